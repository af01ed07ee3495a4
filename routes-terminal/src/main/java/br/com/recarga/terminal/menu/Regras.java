package br.com.recarga.terminal.menu;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Decimal;
import br.com.recarga.contract.PlanejarBody;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The contract's own rules, for one answer at a time. */
final class Regras {

    private Validator validator;

    Optional<String> placa(String resposta) {
        return doCampo(Carro.class, "placa", Carro.normalizar(resposta));
    }

    /** Of a text of the car. */
    Optional<String> modelo(String resposta) {
        return doCampo(Carro.class, "modelo", resposta);
    }

    Function<String, Optional<String>> numeroDoCarro(String campo) {
        return resposta -> Decimal.ler(resposta)
                .map(numero -> doCampo(Carro.class, campo, numero))
                .orElse(Optional.of("deve ser um número, como 44,9"));
    }

    /** All rules of a car, that of one field with another too. */
    Optional<String> carro(Carro carro) {
        return primeira(validator().validate(carro));
    }

    Optional<String> lugar(String resposta) {
        return doCampo(PlanejarBody.class, "origem", resposta);
    }

    private <T> Optional<String> doCampo(Class<T> registro, String campo, Object valor) {
        return primeira(validator().validateValue(registro, campo, valor));
    }

    private static <T> Optional<String> primeira(Set<ConstraintViolation<T>> violacoes) {
        return violacoes.stream().map(ConstraintViolation::getMessage).sorted().findFirst();
    }

    /** Made with the first question, not before the menu is shown. */
    private synchronized Validator validator() {
        if (validator == null) {
            validator = Validation.buildDefaultValidatorFactory().getValidator();
        }
        return validator;
    }
}
