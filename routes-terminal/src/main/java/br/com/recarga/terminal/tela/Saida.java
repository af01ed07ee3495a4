package br.com.recarga.terminal.tela;

import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/** Where text goes: answers to one stream, what went wrong and what is going on to another. */
public final class Saida {

    private final PrintWriter respostas;
    private final PrintWriter avisos;
    private final boolean cores;
    private final IntSupplier largura;
    private final Paginas paginas;

    /** How lines are shown that may be more than a screen has. */
    interface Paginas {

        /**
         * @param linhas all of them
         * @param saida shows one after the other
         */
        void mostrar(List<String> linhas, Saida saida);
    }

    /**
     * Everything at once.
     *
     * @param cores whether colours are understood and wanted
     * @param largura its columns, which may change; {@link Tabela#SEM_LIMITE} if nobody looks at it
     */
    public Saida(PrintWriter respostas, PrintWriter avisos, boolean cores, IntSupplier largura) {
        this(respostas, avisos, cores, largura, Saida::todas);
    }

    /** @param paginas how tables are shown */
    Saida(PrintWriter respostas, PrintWriter avisos, boolean cores, IntSupplier largura, Paginas paginas) {
        this.respostas = respostas;
        this.avisos = avisos;
        this.cores = cores;
        this.largura = largura;
        this.paginas = paginas;
    }

    static void todas(List<String> linhas, Saida saida) {
        linhas.forEach(saida::linha);
    }

    /** Answers, for what writes them itself. */
    public PrintWriter escritor() {
        return respostas;
    }

    /** One line of an answer. */
    public void linha(String texto) {
        respostas.println(texto);
        respostas.flush();
    }

    public void tabela(Tabela tabela) {
        paginas.mostrar(tabela.linhas(largura.getAsInt(), this), this);
    }

    /** One that is no part of the answer. */
    public void tabelaDeAviso(Tabela tabela) {
        tabela.linhas(largura.getAsInt(), this).forEach(this::aviso);
    }

    /** The whole answer, for programs. */
    public void json(JsonNode json) {
        linha(ContractJson.write(json));
    }

    /** One line that is no part of the answer. */
    public void aviso(String texto) {
        avisos.println(texto);
        avisos.flush();
    }

    /** What went wrong, in as many lines as it takes. */
    public void erro(String texto) {
        Tabela.quebrar(texto, largura.getAsInt()).forEach(linha -> aviso(pintar(Cor.VERMELHO, linha)));
    }

    /** What went well, in the same way; part of the answer. */
    public void sucesso(String texto) {
        Tabela.quebrar(texto, largura.getAsInt()).forEach(linha -> linha(pintar(Cor.VERDE, linha)));
    }

    /**
     * The same text where colours are not wanted.
     *
     * @param cor null: none
     */
    public String pintar(Cor cor, String texto) {
        return cores && cor != null ? cor.em(texto) : texto;
    }
}
