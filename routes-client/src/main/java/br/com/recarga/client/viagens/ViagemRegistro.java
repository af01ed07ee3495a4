package br.com.recarga.client.viagens;

import br.com.recarga.contract.SituacaoViagem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A row of {@code viagens}.
 *
 * @param pedido the {@code ViagemBody} as JSON
 * @param tentativa counts from 1; each has its own name at the servers, so that what is left of one cannot meet the next
 * @param paradas a list of {@code ParadaResposta} as JSON
 * @param aguardando the servers without whose answer it is not certain, as a JSON array; null: none
 * @param alteradaEm ISO-8601, UTC; not before the attempt began, and not long after its stops were held
 */
public record ViagemRegistro(
        String viagemId,
        String codigoReserva,
        String requestId,
        String pedido,
        int tentativa,
        SituacaoViagem situacao,
        String paradas,
        String aguardando,
        String alteradaEm) {

    /** What servers know the trip by; begins with its id, so that it can be followed through all logs. */
    String tentativaId() {
        return viagemId + "." + tentativa;
    }

    /**
     * What the hold of the attempt is asked by. It follows from the driver's key and not from the trip: with one key used at two
     * clients, each of which knows only its own trips, a server hears two different requests with one id, and refuses the
     * second. A digest, as everybody on the broker sees it.
     */
    String chaveDaPreReserva() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(requestId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256) + "." + tentativa + "/pre";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The attempt after this one. */
    ViagemRegistro proximaTentativa() {
        return new ViagemRegistro(
                viagemId,
                codigoReserva,
                requestId,
                pedido,
                tentativa + 1,
                SituacaoViagem.EM_ANDAMENTO,
                paradas,
                null,
                alteradaEm);
    }

    /** The same before its end is known. */
    ViagemRegistro emAndamento() {
        return new ViagemRegistro(
                viagemId,
                codigoReserva,
                requestId,
                pedido,
                tentativa,
                SituacaoViagem.EM_ANDAMENTO,
                paradas,
                aguardando,
                alteradaEm);
    }

    /** With what is now known of its stops. */
    ViagemRegistro comParadas(String conhecidas) {
        return new ViagemRegistro(
                viagemId, codigoReserva, requestId, pedido, tentativa, situacao, conhecidas, aguardando, alteradaEm);
    }

    boolean temCodigo(String codigo) {
        return codigoReserva.equals(codigo);
    }
}
