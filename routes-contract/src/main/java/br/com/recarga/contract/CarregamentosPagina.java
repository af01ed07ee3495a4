package br.com.recarga.contract;

import java.util.List;

/**
 * Some of the charges that an operator looks for, the one that began last first.
 *
 * @param total how many there are in all
 * @param limite the most that a page holds, 1 to 200
 * @param deslocamento how many come before this page
 */
@WireFormat
public record CarregamentosPagina(
        Status status,
        Codigo codigo,
        String serverId,
        List<Carregamento> carregamentos,
        long total,
        int limite,
        int deslocamento) {

    public CarregamentosPagina(
            String serverId, List<Carregamento> carregamentos, long total, int limite, int deslocamento) {
        this(Status.SUCESSO, Codigo.OK, serverId, carregamentos, total, limite, deslocamento);
    }
}
