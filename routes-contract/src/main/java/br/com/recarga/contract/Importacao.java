package br.com.recarga.contract;

import java.util.List;

/**
 * What became of a CSV file of points; the same file again changes nothing.
 *
 * @param inseridos how many points are new
 * @param alterados how many are different now
 * @param inalterados how many were so already
 * @param afetadas how many reservations that wait for their cars are told that their point is not any more what was reserved
 * @param erros what keeps lines out, by line and column
 * @param avisos what is doubtful of the lines that were imported
 */
@WireFormat
public record Importacao(
        Status status,
        Codigo codigo,
        String serverId,
        int inseridos,
        int alterados,
        int inalterados,
        int afetadas,
        List<ErroCampo> erros,
        List<ErroCampo> avisos) {}
