package br.com.recarga.client.servidores;

import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.WireFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A server as people are told of it.
 *
 * @param status absent: it announces nothing, and was not asked yet
 * @param timestamp of its last word; of one that announces nothing, when it last answered or was silent
 * @param semPresenca true: it announces nothing, as the original's, and only lists and reserves from now on; else absent
 * @param nome of its operator; absent: it does not say
 * @param contato of its operator; absent: it does not say
 * @param toleranciaSegundos how long after the start of its window a car is waited for; absent: it does not say
 */
@WireFormat
record ServidorVisto(
        String serverId,
        Presenca status,
        OffsetDateTime timestamp,
        Boolean semPresenca,
        String nome,
        String contato,
        Integer toleranciaSegundos) {

    static ServidorVisto anunciado(ServidorStatus server) {
        return new ServidorVisto(
                server.serverId(),
                server.status(),
                server.timestamp(),
                null,
                server.nome(),
                server.contato(),
                server.toleranciaSegundos());
    }

    static ServidorVisto original(String serverId, Presenca status, Instant quando) {
        return new ServidorVisto(
                serverId,
                status,
                quando.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC),
                true,
                null,
                null,
                null);
    }

    static ServidorVisto nuncaOuvido(String serverId) {
        return new ServidorVisto(serverId, null, null, true, null, null, null);
    }
}
