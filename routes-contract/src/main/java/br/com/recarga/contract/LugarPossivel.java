package br.com.recarga.contract;

import br.com.recarga.contract.lugares.Suspeita;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A point lies somewhere in Brazil. That it is unlikely to lie where it is said to is no reason to refuse it. */
@Documented
@Constraint(validatedBy = LugarPossivel.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LugarPossivel {

    String message() default "{recarga.localizacao}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports on the field that cannot be right; what is missing or misspelled is the business of the fields' own rules. */
    class Validator implements ConstraintValidator<LugarPossivel, PostoBody> {

        @Override
        public boolean isValid(PostoBody posto, ConstraintValidatorContext context) {
            Optional<Suspeita> suspeita =
                    posto == null ? Optional.empty() : posto.suspeita().filter(Suspeita::impossivel);
            suspeita.ifPresent(esta -> {
                context.disableDefaultConstraintViolation();
                // nothing of it is the caller's own text but a state of two capitals: there is nothing to interpolate
                context.buildConstraintViolationWithTemplate(esta.mensagem())
                        .addPropertyNode(esta.campo())
                        .addConstraintViolation();
            });
            return suspeita.isEmpty();
        }
    }
}
