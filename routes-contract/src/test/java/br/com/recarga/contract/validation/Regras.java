package br.com.recarga.contract.validation;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules that a message of the contract breaks. */
public final class Regras {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Regras() {}

    /** From the path of each wrong field to what is said about it. */
    public static Map<String, String> violadas(Object message) {
        return violadas(VALIDATOR, message);
    }

    static Map<String, String> violadas(Validator validator, Object message) {
        return validator.validate(message).stream()
                .collect(Collectors.toMap(
                        violation -> violation.getPropertyPath().toString(),
                        violation -> violation.getMessage(),
                        (one, other) -> one + "; " + other));
    }
}
