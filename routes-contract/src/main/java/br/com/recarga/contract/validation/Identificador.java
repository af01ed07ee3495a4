package br.com.recarga.contract.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One MQTT topic level that needs no escaping anywhere: a {@code client_id}, {@code server_id} or {@code viagem_id}. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Identificador.REGEXP)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Identificador {

    String REGEXP = "[A-Za-z0-9_.-]{1,64}";

    String message() default "{recarga.identificador}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
