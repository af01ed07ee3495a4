package br.com.recarga.terminal.acoes;

import br.com.recarga.terminal.memoria.Memoria;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Recarga;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.SemBroker;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Relatos;
import br.com.recarga.terminal.tela.Saida;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What every command and the menu work with. */
public final class Ambiente implements AutoCloseable {

    private final Saida saida;
    private final Formatos formatos;
    private final Memoria memoria;
    private final Function<Alcance, Recarga> ligar;
    private final AtomicReference<String> incerteza = new AtomicReference<>();
    private Recarga recarga;
    private Alcance ligado;

    /** Which routes are wanted; each has all of those before it. */
    public enum Alcance {
        POSTOS_E_RESERVAS,
        TAMBEM_VIAGENS
    }

    /** @param ligar starts the routes; never while others run, and not before something is to be asked */
    public Ambiente(Saida saida, Formatos formatos, Memoria memoria, Function<Alcance, Recarga> ligar) {
        this.saida = saida;
        this.formatos = formatos;
        this.memoria = memoria;
        this.ligar = ligar;
    }

    public Saida saida() {
        return saida;
    }

    public Formatos formatos() {
        return formatos;
    }

    public Memoria memoria() {
        return memoria;
    }

    public Relatos relatos() {
        return new Relatos(saida, formatos);
    }

    /** The running routes; those that do not reach as far give way to others. */
    public synchronized Recarga recarga(Alcance alcance) {
        if (recarga != null && alcance.compareTo(ligado) > 0) {
            close();
        }
        if (recarga == null) {
            recarga = ligar.apply(alcance);
            ligado = alcance;
        }
        return recarga;
    }

    /** Starts routes that are likely to be wanted, unless some run already: whoever has those may be using them. */
    public synchronized void adiantar(Alcance alcance) {
        if (recarga == null) {
            recarga(alcance);
        }
    }

    /** Asks; a broker that is not there is an answer too. */
    public Resultado chamar(Alcance alcance, Chamada chamada) {
        try {
            Recarga rotas = recarga(alcance);
            rotas.esperarBroker();
            return rotas.chamar(chamada);
        } catch (SemBroker falha) {
            return Resultado.indisponivel(falha.getMessage());
        }
    }

    /**
     * The same for what changes something.
     *
     * @param seInterrompida what to tell a user who leaves before the answer is there
     */
    public Resultado mudar(Alcance alcance, Chamada chamada, String seInterrompida) {
        incerteza.set(seInterrompida);
        try {
            return chamar(alcance, chamada);
        } finally {
            incerteza.set(null);
        }
    }

    /** What has to be said if the process ends now; null: nothing. */
    public String incerteza() {
        return incerteza.get();
    }

    @Override
    public synchronized void close() {
        if (recarga != null) {
            Recarga antes = recarga;
            // whatever becomes of them, they are of no more use
            recarga = null;
            antes.close();
        }
    }
}
