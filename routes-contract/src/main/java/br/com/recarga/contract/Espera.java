package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * Somebody's wait for a point.
 *
 * @param inicio of the window that is wanted; absent: as soon as it is free
 * @param fim until when it is waited for
 * @param vaga of one who was told: from when on the point was free, and until when, if anything is marked after it
 */
@WireFormat
public record Espera(
        String esperaId,
        String serverId,
        Integer postoId,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        SituacaoEspera situacao,
        JanelaLivre vaga) {}
