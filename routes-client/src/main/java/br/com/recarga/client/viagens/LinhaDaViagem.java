package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.ViagemBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * A trip as a row of {@code viagens}: what the statements in {@code viagens/} take, and what they leave. What the driver asked
 * for and what is known of the stops are documents there, as they are on the wire.
 */
@Service
class LinhaDaViagem {

    private final ClientSettings settings;
    private final Clock clock;

    LinhaDaViagem(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param linha by the names of its columns; null, if there is none
     * @return null, if there is none
     */
    static ViagemRegistro ler(Map<?, ?> linha) {
        if (linha == null) {
            return null;
        }
        return new ViagemRegistro(
                (String) linha.get("viagem_id"),
                (String) linha.get("codigo_reserva"),
                (String) linha.get("request_id"),
                ler(linha.get("pedido"), new TypeReference<ViagemBody>() {}),
                ((Number) linha.get("tentativa")).intValue(),
                SituacaoViagem.valueOf((String) linha.get("situacao")),
                ler(linha.get("paradas"), new TypeReference<List<ParadaResposta>>() {}),
                ler(linha.get("aguardando"), new TypeReference<List<String>>() {}),
                Instant.parse((String) linha.get("alterada_em")));
    }

    /** What a statement about this trip may name. */
    Map<String, Object> parametros(ViagemRegistro viagem) {
        return Map.of(
                "viagem_id", viagem.viagemId(),
                "codigo_reserva", viagem.codigoReserva(),
                "request_id", viagem.requestId(),
                "pedido", json(viagem.pedido()),
                "tentativa", viagem.tentativa(),
                "situacao", viagem.situacao().name(),
                "paradas", json(viagem.paradas()),
                "agora", milissegundos(Instant.now(clock)));
    }

    /**
     * Parameters of {@code viagem-aguardar.sql}.
     *
     * @param faltam the servers that have not answered
     */
    static Map<String, Object> espera(ViagemRegistro viagem, Set<String> faltam) {
        return Map.of("viagem_id", viagem.viagemId(), "aguardando", json(faltam));
    }

    /** Parameters of {@code viagens-esquecer.sql}. */
    Map<String, Object> esquecimento() {
        return Map.of("antes", milissegundos(Instant.now(clock).minus(settings.retencaoViagens())));
    }

    private static String milissegundos(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static <T> T ler(Object json, TypeReference<T> tipo) {
        try {
            return json == null ? null : ContractJson.mapper().readValue((String) json, tipo);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return ContractJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
