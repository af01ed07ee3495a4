package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.ViagemBody;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of each stop of a trip while it is reserved or undone. */
final class ParadasConhecidas {

    private static final TypeReference<List<ParadaResposta>> PARADAS = new TypeReference<>() {};

    private ParadasConhecidas() {}

    /** Before anybody was asked. */
    static List<ParadaResposta> semResposta(ViagemBody pedido) {
        return pedido.paradas().stream()
                .map(parada -> semReserva(parada, null, null, null))
                .toList();
    }

    /**
     * What the servers said of each stop, in the order of the journey; of silent ones, that; of those that were not asked in
     * this attempt, what was known before.
     */
    static List<ParadaResposta> depoisDe(Respostas respostas, ViagemRegistro viagem) {
        List<ParadaResposta> paradas = new ArrayList<>();
        Map<String, Integer> noServidor = new HashMap<>();
        for (ParadaDaViagem parada : viagem.pedido().paradas()) {
            int ordem = noServidor.merge(parada.serverId(), 1, Integer::sum) - 1;
            ParadaResposta antes = viagem.paradas().get(paradas.size());
            paradas.add(dita(parada, respostas).orElseGet(() -> semDizer(parada, ordem, respostas, antes)));
        }
        return paradas;
    }

    private static Optional<ParadaResposta> dita(ParadaDaViagem parada, Respostas respostas) {
        Instant inicio = parada.inicio().toInstant().truncatedTo(ChronoUnit.SECONDS);
        return Stream.ofNullable(respostas.ouvidas().get(parada.serverId()))
                .flatMap(reply -> ditas(reply).stream())
                .filter(dita -> dita.postoId().equals(parada.postoId()))
                .filter(dita -> dita.inicio().toInstant().equals(inicio))
                .findFirst();
    }

    /** What was reserved or held, and is not any more. */
    static List<ParadaResposta> soltas(List<ParadaResposta> paradas) {
        return paradas.stream().map(ParadasConhecidas::solta).toList();
    }

    /** What a server says of its stops; none if it cannot be read: what became of the trip there is told by its code alone. */
    static List<ParadaResposta> ditas(ObjectNode reply) {
        if (!reply.hasNonNull("paradas")) {
            return List.of();
        }
        try {
            return ContractJson.mapper().convertValue(reply.get("paradas"), PARADAS).stream()
                    .filter(parada -> parada != null && parada.postoId() != null && parada.inicio() != null)
                    .toList();
        } catch (IllegalArgumentException garbled) {
            return List.of();
        }
    }

    /** Of a server that did not answer, or refused all its stops together. */
    private static ParadaResposta semDizer(
            ParadaDaViagem parada, int ordem, Respostas respostas, ParadaResposta antes) {
        ObjectNode reply = respostas.ouvidas().get(parada.serverId());
        if (reply != null) {
            return semReserva(parada, Codigo.da(reply), reply.path("mensagem").textValue(), erros(reply, ordem));
        }
        Codigo porque = respostas.caladas().get(parada.serverId());
        return porque == null ? solta(antes) : semReserva(parada, porque, null, null);
    }

    /** What a server says is wrong with one of the stops that it was asked for, by the names that these have in it. */
    private static List<ErroCampo> erros(ObjectNode reply, int ordem) {
        String parada = "paradas[%d].".formatted(ordem);
        List<ErroCampo> erros = new ArrayList<>();
        for (JsonNode erro : reply.path("erros")) {
            String campo = erro.path("campo").asText();
            if (campo.startsWith(parada)) {
                erros.add(new ErroCampo(
                        campo.substring(parada.length()), erro.path("mensagem").asText()));
            }
        }
        return erros.isEmpty() ? null : erros;
    }

    /** A stop that was reserved or held, and is not any more; a reason why it could not be stays. */
    private static ParadaResposta solta(ParadaResposta parada) {
        return parada.reservaId() == null ? parada : parada.semReserva(parada.codigo(), parada.mensagem());
    }

    private static ParadaResposta semReserva(
            ParadaDaViagem parada, Codigo porque, String mensagem, List<ErroCampo> erros) {
        return new ParadaResposta(
                parada.serverId(),
                parada.postoId(),
                parada.inicio(),
                parada.fim(),
                null,
                null,
                porque,
                mensagem,
                null,
                erros);
    }
}
