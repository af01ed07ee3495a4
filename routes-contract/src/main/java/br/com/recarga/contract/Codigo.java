package br.com.recarga.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** The outcome of a request, as {@code codigo} on the wire, with the HTTP status that a client gives for it. */
public enum Codigo {
    OK(200),
    DADOS_INVALIDOS(422),
    JSON_INVALIDO(400),
    SERVIDOR_DESCONHECIDO(404),
    POSTO_INEXISTENTE(404),
    RESERVA_INEXISTENTE(404),
    CARREGAMENTO_INEXISTENTE(404),
    POSTO_JA_EXISTE(409),
    POSTO_OCUPADO(409),
    POSTO_EM_MANUTENCAO(409),
    CARRO_JA_RESERVADO(409),
    RESERVA_EXPIRADA(409),
    TRANSICAO_INVALIDA(409),
    VIAGEM_RECUSADA(409),
    VIAGEM_INEXISTENTE(404),
    CHAVE_REUTILIZADA(422),
    NAO_AUTORIZADO(401),
    LIMITE_EXCEDIDO(429),
    SERVIDOR_INDISPONIVEL(503),
    TEMPO_ESGOTADO(504),
    ERRO_INTERNO(500);

    private final int httpStatus;

    Codigo(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The code of a reply; null for a peer without codes, or with one that is not ours. */
    public static Codigo da(JsonNode resposta) {
        String codigo = resposta.path("codigo").asText();
        return Arrays.stream(values())
                .filter(known -> known.name().equals(codigo))
                .findFirst()
                .orElse(null);
    }

    public int httpStatus() {
        return httpStatus;
    }
}
