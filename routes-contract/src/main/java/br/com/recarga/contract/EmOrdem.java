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
import java.util.List;

/** Each window ends before the next begins; what is absent or invalid by itself is said elsewhere. */
@Documented
@Constraint(validatedBy = EmOrdem.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmOrdem {

    String message() default "{recarga.paradas_sobrepostas}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports on the {@code inicio} of each window that begins too early. */
    class Validator implements ConstraintValidator<EmOrdem, List<? extends Janela>> {

        @Override
        public boolean isValid(List<? extends Janela> janelas, ConstraintValidatorContext context) {
            boolean valid = true;
            context.disableDefaultConstraintViolation();
            for (int i = 1; janelas != null && i < janelas.size(); i++) {
                Janela before = janelas.get(i - 1);
                Janela next = janelas.get(i);
                if (before != null
                        && next != null
                        && before.fim() != null
                        && next.inicio() != null
                        && next.inicio().isBefore(before.fim())) {
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode("inicio")
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                    valid = false;
                }
            }
            return valid;
        }
    }
}
