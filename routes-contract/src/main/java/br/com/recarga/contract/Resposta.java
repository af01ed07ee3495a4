package br.com.recarga.contract;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The one shape of a reply, over MQTT and as the body of an HTTP answer: the original's {@code request_id}, {@code status}
 * and {@code mensagem}, our {@code codigo}, then what the use case adds. Absent fields are left out of the JSON.
 *
 * @param requestId of the request; absent only when the request had none that could be read
 * @param erros with {@link Codigo#DADOS_INVALIDOS}: every field that is wrong
 * @param alternativas with {@link Codigo#POSTO_OCUPADO} and {@link Codigo#POSTO_EM_MANUTENCAO}: free points of the same server and window, nearest first
 * @param reservaId begins with its server's id, so that any client knows whom to ask
 * @param codigoReserva unguessable; whoever reserves needs it to read, change or cancel
 * @param fuso the IANA zone of the point's place, by whose clocks the window is told
 * @param chegarAte of a reservation that waits for its car: until when
 * @param termos of a reservation: what was agreed
 * @param paradas of a trip: what became of each stop at this server
 * @param tenteApos with {@link Codigo#LIMITE_EXCEDIDO}, of a limit on what may be reserved: from when on another request may be
 *     let in, at the latest; of the limits of a car, an instant that tells nothing of what it has reserved; absent
 *     if there is only too much at the moment
 */
@WireFormat
@RecordBuilder
public record Resposta(
        String requestId,
        Status status,
        Codigo codigo,
        String mensagem,
        String serverId,
        List<ErroCampo> erros,
        List<Posto> alternativas,
        String reservaId,
        String codigoReserva,
        Integer postoId,
        String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        String fuso,
        Situacao situacao,
        OffsetDateTime chegarAte,
        Termos termos,
        String viagemId,
        List<ParadaResposta> paradas,
        OffsetDateTime tenteApos)
        implements RespostaBuilder.With {

    /** A refusal without fields of its own. */
    public static Resposta erro(String requestId, String serverId, Codigo codigo, String mensagem) {
        return de(requestId, serverId, codigo, mensagem).build();
    }

    /** A refusal that names the fields that are wrong. */
    public static Resposta erro(
            String requestId, String serverId, Codigo codigo, String mensagem, List<ErroCampo> erros) {
        return de(requestId, serverId, codigo, mensagem).erros(erros).build();
    }

    /** An answer to which the use case adds its fields; {@code status} follows from {@code codigo}. */
    public static RespostaBuilder de(String requestId, String serverId, Codigo codigo, String mensagem) {
        return RespostaBuilder.builder()
                .requestId(requestId)
                .status(codigo == Codigo.OK ? Status.SUCESSO : Status.ERRO)
                .codigo(codigo)
                .mensagem(mensagem)
                .serverId(serverId);
    }
}
