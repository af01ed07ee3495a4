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

/** A plug of the vocabulary, in any of its spellings. */
@Documented
@Constraint(validatedBy = ConectorConhecido.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ConectorConhecido {

    String message() default "{recarga.conector}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** That one is named at all is the business of {@code @NotNull}. */
    class Validator implements ConstraintValidator<ConectorConhecido, String> {

        @Override
        public boolean isValid(String texto, ConstraintValidatorContext context) {
            return texto == null || Conector.de(texto).isPresent();
        }
    }
}
