package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What takes an operator's points out of service, now and later.
 *
 * @param indisponibilidades what lasts already first, then by their beginnings
 */
@WireFormat
public record Indisponibilidades(
        Status status, Codigo codigo, String serverId, List<Indisponibilidade> indisponibilidades) {

    public Indisponibilidades(String serverId, List<Indisponibilidade> indisponibilidades) {
        this(Status.SUCESSO, Codigo.OK, serverId, indisponibilidades);
    }

    /** Why. */
    public enum Causa {
        /** Its operator has switched it off. */
        DESLIGADO,
        /** It is in maintenance in that window. */
        MANUTENCAO
    }

    /**
     * Of one point.
     *
     * @param posto its name
     * @param inicio absent: nobody knows since when
     * @param fim absent: until further notice
     * @param fuso the zone of its place, an IANA id
     * @param motivo as the drivers were told; may be absent
     */
    @WireFormat
    public record Indisponibilidade(
            Integer postoId,
            String posto,
            Causa causa,
            OffsetDateTime inicio,
            OffsetDateTime fim,
            String fuso,
            String motivo) {}
}
