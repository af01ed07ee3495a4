package br.com.recarga.terminal.menu;

import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.comandos.CodigoDeSaida;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.tela.Cor;
import br.com.recarga.terminal.tela.Perguntas;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.slf4j.LoggerFactory;

/** What a person is offered, again and again until they leave. */
public final class Menu implements Callable<Integer> {

    private final Ambiente ambiente;
    private final Perguntas perguntas;

    private enum Entrada {
        VIAGEM("Iniciar uma viagem"),
        POSTOS("Listar postos"),
        RESERVAR("Reservar um posto"),
        MINHAS("Minhas reservas"),
        SERVIDORES("Estado dos servidores"),
        SAIR("Sair");

        private final String texto;

        Entrada(String texto) {
            this.texto = texto;
        }
    }

    public Menu(Ambiente ambiente, Perguntas perguntas) {
        this.ambiente = ambiente;
        this.perguntas = perguntas;
    }

    @Override
    public Integer call() {
        Thread ligando = new Thread(this::ligar, "ligar");
        ligando.setDaemon(true);
        ligando.start();
        ambiente.saida()
                .linha(ambiente.saida().pintar(Cor.NEGRITO, "Recarga") + ": postos de recarga de vários operadores");
        ambiente.saida().linha("Uma resposta vazia volta ao menu; Ctrl-C sai.");
        try {
            while (umaVez()) {
                ambiente.saida().linha("");
            }
            return CodigoDeSaida.FEITO;
        } catch (UserInterruptException interrompido) {
            return CodigoDeSaida.INTERROMPIDO;
        } catch (EndOfFileException fim) {
            return CodigoDeSaida.FEITO;
        }
    }

    /** While the menu is read, the routes start; if they cannot, the first question that needs them says so. */
    private void ligar() {
        try {
            ambiente.adiantar(Alcance.TAMBEM_VIAGENS);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Menu.class).error("The routes cannot be started", e);
        }
    }

    private boolean umaVez() {
        List<Opcao<Entrada>> entradas = List.of(Entrada.values()).stream()
                .map(entrada -> new Opcao<>(entrada.texto, entrada))
                .toList();
        Optional<Entrada> escolhida = perguntas.escolher("O que deseja fazer?", entradas);
        if (escolhida.filter(entrada -> entrada == Entrada.SAIR).isPresent()) {
            return false;
        }
        try {
            if (escolhida.isPresent()) {
                fazer(escolhida.get());
            }
        } catch (UserInterruptException | EndOfFileException sair) {
            throw sair;
        } catch (IOException | RuntimeException e) {
            ambiente.relatos().falha(e);
        }
        return true;
    }

    private void fazer(Entrada entrada) throws IOException {
        Conversa conversa = new Conversa(ambiente, perguntas);
        switch (entrada) {
            case VIAGEM -> new ConversaDeViagem(conversa).iniciar();
            case POSTOS -> new ConversaDePostos(conversa).listar();
            case RESERVAR -> new ConversaDePostos(conversa).reservar();
            case MINHAS -> new ConversaDeReservas(conversa).minhas();
            case SERVIDORES -> servidores(conversa);
            case SAIR -> throw new EndOfFileException();
        }
    }

    private void servidores(Conversa conversa) {
        Resultado resultado = conversa.chamar("Perguntando ao broker…", Chamada.servidores());
        if (resultado.deuCerto()) {
            ambiente.relatos().servidores(resultado);
        } else {
            ambiente.relatos().recusa(resultado);
        }
    }
}
