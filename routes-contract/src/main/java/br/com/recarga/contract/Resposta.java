package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The one shape of a reply, over MQTT and as the body of an HTTP answer: the original's {@code request_id}, {@code status}
 * and {@code mensagem}, our {@code codigo}, then what the use case adds. Absent fields are left out of the JSON.
 *
 * @param requestId of the request; absent only when the request had none that could be read
 * @param erros with {@link Codigo#DADOS_INVALIDOS}: every field that is wrong
 * @param alternativas with {@link Codigo#POSTO_OCUPADO}: free points of the same server and window, nearest first
 * @param reservaId begins with its server's id, so that any client knows whom to ask
 * @param codigoReserva unguessable; whoever reserves needs it to read, change or cancel
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        Situacao situacao) {

    /** A refusal without fields of its own. */
    public static Resposta erro(String requestId, String serverId, Codigo codigo, String mensagem) {
        return erro(requestId, serverId, codigo, mensagem, null);
    }

    /** A refusal that names the fields that are wrong. */
    public static Resposta erro(
            String requestId, String serverId, Codigo codigo, String mensagem, List<ErroCampo> erros) {
        return new Resposta(
                requestId,
                Status.ERRO,
                codigo,
                mensagem,
                serverId,
                erros,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same answer to somebody else's question. */
    public Resposta comRequestId(String id) {
        return new Resposta(
                id,
                status,
                codigo,
                mensagem,
                serverId,
                erros,
                alternativas,
                reservaId,
                codigoReserva,
                postoId,
                placa,
                inicio,
                fim,
                situacao);
    }
}
