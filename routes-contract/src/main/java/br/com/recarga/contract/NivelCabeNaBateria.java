package br.com.recarga.contract;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A battery holds at most its capacity. */
@Documented
@Constraint(validatedBy = NivelCabeNaBateria.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NivelCabeNaBateria {

    String message() default "{recarga.nivel_acima_da_capacidade}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports on the level; a missing number is the business of {@code @NotNull}. */
    class Validator implements ConstraintValidator<NivelCabeNaBateria, Carro> {

        @Override
        public boolean isValid(Carro carro, ConstraintValidatorContext context) {
            if (carro == null
                    || carro.nivelBateriaAtual() == null
                    || carro.capacidadeBateria() == null
                    || carro.nivelBateriaAtual() <= carro.capacidadeBateria()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("nivelBateriaAtual")
                    .addConstraintViolation();
            return false;
        }
    }
}
