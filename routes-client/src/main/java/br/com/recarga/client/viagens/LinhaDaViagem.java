package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.sagas.Processos;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.platform.database.Seal;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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

    private static final TypeReference<ViagemBody> PEDIDO = new TypeReference<>() {};
    private static final TypeReference<Carro> CARRO = new TypeReference<>() {};
    private static final TypeReference<List<ParadaResposta>> PARADAS = new TypeReference<>() {};
    private static final TypeReference<List<String>> SERVIDORES = new TypeReference<>() {};

    private final ClientSettings settings;
    private final Seal selo;
    private final Processos processos;
    private final Clock clock;

    LinhaDaViagem(ClientSettings settings, Seal selo, Processos processos, Clock clock) {
        this.settings = settings;
        this.selo = selo;
        this.processos = processos;
        this.clock = clock;
    }

    /**
     * @param linha by the names of its columns; null, if there is none
     * @return null, if there is none
     */
    ViagemRegistro ler(Map<?, ?> linha) {
        if (linha == null) {
            return null;
        }
        String aguardando = (String) linha.get("aguardando");
        String viagemId = (String) linha.get("viagem_id");
        return new ViagemRegistro(
                viagemId,
                selo.open((String) linha.get("codigo_reserva"), viagemId).orElse(null),
                (String) linha.get("request_id"),
                pedido((String) linha.get("pedido"), (String) linha.get("carro"), viagemId),
                ((Number) linha.get("tentativa")).intValue(),
                SituacaoViagem.valueOf((String) linha.get("situacao")),
                ContractJson.read((String) linha.get("paradas"), PARADAS),
                aguardando == null ? null : ContractJson.read(aguardando, SERVIDORES),
                Instant.parse((String) linha.get("alterada_em")));
    }

    /** @param carro null: it was stored within the request */
    private ViagemBody pedido(String pedido, String carro, String viagemId) {
        ViagemBody lido = ContractJson.read(pedido, PEDIDO);
        return carro == null
                ? lido
                : new ViagemBody(
                        selo.open(carro, viagemId)
                                .map(aberto -> ContractJson.read(aberto, CARRO))
                                .orElse(null),
                        lido.paradas());
    }

    /**
     * Parameters of {@code viagem-inserir.sql}; its code and its car are closed: the one is given again, and the other compared,
     * if the request is repeated, and nobody else needs them.
     *
     * @param saga that reserves it
     */
    Map<String, Object> nova(ViagemRegistro viagem, String saga) {
        Map<String, Object> parametros = naSaga(viagem, saga);
        parametros.put("codigo_reserva", selo.close(viagem.codigoReserva(), viagem.viagemId()));
        parametros.put("carro", selo.close(ContractJson.write(viagem.pedido().carro()), viagem.viagemId()));
        parametros.put(
                "pedido",
                ContractJson.write(new ViagemBody(null, viagem.pedido().paradas())));
        return parametros;
    }

    /**
     * What a statement about this trip may name that counts only while its saga is this process's.
     *
     * @param saga that is under way
     */
    Map<String, Object> naSaga(ViagemRegistro viagem, String saga) {
        Map<String, Object> parametros = new HashMap<>(parametros(viagem));
        parametros.put("saga", saga);
        parametros.put("processo", processos.id());
        return parametros;
    }

    /** What a statement about this trip may name. */
    Map<String, Object> parametros(ViagemRegistro viagem) {
        return Map.of(
                "viagem_id", viagem.viagemId(),
                "request_id", viagem.requestId(),
                "tentativa", viagem.tentativa(),
                "situacao", viagem.situacao().name(),
                "paradas", ContractJson.write(viagem.paradas()),
                "agora", milissegundos(Instant.now(clock)));
    }

    /**
     * Parameters of {@code viagem-aguardar.sql}.
     *
     * @param faltam the servers that have not answered
     */
    static Map<String, Object> espera(ViagemRegistro viagem, Set<String> faltam) {
        return Map.of(
                "viagem_id", viagem.viagemId(),
                "tentativa", viagem.tentativa(),
                "situacao", viagem.situacao().name(),
                "aguardando", ContractJson.write(faltam));
    }

    /** Parameters of {@code viagens-esquecer.sql}. */
    Map<String, Object> esquecimento() {
        return Map.of("antes", milissegundos(Instant.now(clock).minus(settings.retencaoViagens())));
    }

    private static String milissegundos(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
