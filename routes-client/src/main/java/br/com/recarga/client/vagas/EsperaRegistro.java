package br.com.recarga.client.vagas;

import br.com.recarga.contract.Espera;
import br.com.recarga.contract.JanelaLivre;
import br.com.recarga.contract.SituacaoEspera;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code esperas}.
 *
 * @param inicio of the window that is wanted; null: as soon as the point is free
 * @param fim until when it is waited for
 * @param avisadaEm when it was told; null: not yet
 * @param vagaInicio of what it was told of
 * @param vagaFim null: nothing is marked after it
 */
record EsperaRegistro(
        String esperaId,
        String serverId,
        int postoId,
        Instant inicio,
        Instant fim,
        Instant avisadaEm,
        Instant vagaInicio,
        Instant vagaFim) {

    /** All that a statement has left. */
    static List<EsperaRegistro> todas(List<?> linhas) {
        return linhas.stream().map(linha -> de((Map<?, ?>) linha)).toList();
    }

    static EsperaRegistro de(Map<?, ?> linha) {
        return new EsperaRegistro(
                (String) linha.get("espera_id"),
                (String) linha.get("server_id"),
                ((Number) linha.get("posto_id")).intValue(),
                instante(linha.get("inicio")),
                instante(linha.get("fim")),
                instante(linha.get("avisada_em")),
                instante(linha.get("vaga_inicio")),
                instante(linha.get("vaga_fim")));
    }

    private static Instant instante(Object texto) {
        return texto == null ? null : Instant.parse((String) texto);
    }

    /** As people are told of it. */
    Espera mostrar(Instant agora) {
        return new Espera(esperaId, serverId, postoId, emUtc(inicio), emUtc(fim), situacao(agora), vaga());
    }

    private SituacaoEspera situacao(Instant agora) {
        if (avisadaEm != null) {
            return SituacaoEspera.AVISADA;
        }
        return fim.isAfter(agora) ? SituacaoEspera.ESPERANDO : SituacaoEspera.PASSOU;
    }

    /** Whether both were told of the same point and of a time that they cannot both have. */
    boolean disputa(EsperaRegistro outra) {
        return serverId.equals(outra.serverId)
                && postoId == outra.postoId
                && (outra.vagaFim == null || vagaInicio.isBefore(outra.vagaFim))
                && (vagaFim == null || outra.vagaInicio.isBefore(vagaFim));
    }

    /** Null while nobody was told. */
    private JanelaLivre vaga() {
        return vagaInicio == null ? null : new JanelaLivre(emUtc(vagaInicio), emUtc(vagaFim));
    }

    static OffsetDateTime emUtc(Instant instante) {
        return instante == null ? null : instante.atOffset(ZoneOffset.UTC);
    }
}
