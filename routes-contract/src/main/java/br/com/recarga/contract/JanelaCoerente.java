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
import java.time.Duration;

/**
 * A window whose two ends are given ends after it begins and lasts at most {@link Janela#DURACAO_MAXIMA}. What depends on
 * the clock (the past, the horizon) is for the server to say, once it knows that the request is not a repetition.
 */
@Documented
@Constraint(validatedBy = JanelaCoerente.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JanelaCoerente {

    String message() default "{recarga.janela_invertida}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports on {@code fim}. */
    class Validator implements ConstraintValidator<JanelaCoerente, Janela> {

        @Override
        public boolean isValid(Janela janela, ConstraintValidatorContext context) {
            if (janela == null || janela.inicio() == null || janela.fim() == null) {
                return true;
            }
            if (!janela.fim().isAfter(janela.inicio())) {
                return report(context, context.getDefaultConstraintMessageTemplate());
            }
            if (Duration.between(janela.inicio(), janela.fim()).compareTo(Janela.DURACAO_MAXIMA) > 0) {
                return report(context, "{recarga.janela_longa}");
            }
            return true;
        }

        private static boolean report(ConstraintValidatorContext context, String template) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template)
                    .addPropertyNode("fim")
                    .addConstraintViolation();
            return false;
        }
    }
}
