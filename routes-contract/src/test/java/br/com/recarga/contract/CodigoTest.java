package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodigoTest {

    @Test
    void everyCodeHasTheHttpStatusOfTheContract() {
        Map<String, Integer> statuses = Stream.of(Codigo.values())
                .collect(Collectors.toMap(Codigo::name, (Function<Codigo, Integer>) Codigo::httpStatus));

        assertThat(statuses)
                .containsOnly(
                        entry("OK", 200),
                        entry("DADOS_INVALIDOS", 422),
                        entry("JSON_INVALIDO", 400),
                        entry("SERVIDOR_DESCONHECIDO", 404),
                        entry("POSTO_INEXISTENTE", 404),
                        entry("RESERVA_INEXISTENTE", 404),
                        entry("CARREGAMENTO_INEXISTENTE", 404),
                        entry("POSTO_JA_EXISTE", 409),
                        entry("POSTO_OCUPADO", 409),
                        entry("POSTO_EM_MANUTENCAO", 409),
                        entry("CARRO_JA_RESERVADO", 409),
                        entry("RESERVA_EXPIRADA", 409),
                        entry("TRANSICAO_INVALIDA", 409),
                        entry("VIAGEM_RECUSADA", 409),
                        entry("VIAGEM_INEXISTENTE", 404),
                        entry("CHAVE_REUTILIZADA", 422),
                        entry("NAO_AUTORIZADO", 401),
                        entry("LIMITE_EXCEDIDO", 429),
                        entry("SERVIDOR_INDISPONIVEL", 503),
                        entry("TEMPO_ESGOTADO", 504),
                        entry("ERRO_INTERNO", 500));
    }
}
