package br.com.recarga.contract;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A trip, as the driver is told of it.
 *
 * @param codigoReserva unguessable; whoever reserved needs it to read or cancel; only in the answer to the reservation
 * @param paradas what is known of each stop, in the order of the journey
 * @param mensagem of a confirmed trip that was asked for: also which stops are not reserved any more, and what to do
 * @param aguardando the ids of the servers without whose answer it is not certain; absent if there are none
 * @param semResposta the ids of the servers that did not say how their stops stand now, so that these are shown as they were
 *     when the trip was decided; absent if there are none
 * @param erros with {@link Codigo#DADOS_INVALIDOS}: the fields of the request that are wrong
 */
@WireFormat
@RecordBuilder
public record Viagem(
        String requestId,
        Status status,
        Codigo codigo,
        String mensagem,
        String viagemId,
        SituacaoViagem situacao,
        String codigoReserva,
        List<ParadaResposta> paradas,
        List<String> aguardando,
        List<String> semResposta,
        List<ErroCampo> erros)
        implements ViagemBuilder.With {}
