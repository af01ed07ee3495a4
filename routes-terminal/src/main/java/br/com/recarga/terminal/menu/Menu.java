package br.com.recarga.terminal.menu;

import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.comandos.CodigoDeSaida;
import br.com.recarga.terminal.menu.Conversa.Voltar;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.tela.Cor;
import br.com.recarga.terminal.tela.Perguntas;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        ambiente.saida().linha("Enter duas vezes, sem resposta, volta ao menu, e Esc numa lista; Ctrl-C sai.");
        try {
            while (true) {
                umaVez();
                ambiente.saida().linha("");
            }
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

    private void umaVez() {
        List<Opcao<Entrada>> entradas = Stream.of(Entrada.values())
                .map(entrada -> new Opcao<>(entrada.texto, entrada))
                .toList();
        Optional<Entrada> escolhida = perguntas.escolher("O que deseja fazer?", entradas);
        try {
            if (escolhida.isPresent()) {
                fazer(escolhida.get());
            }
        } catch (Voltar aoMenu) {
            // which is what comes next
        } catch (UserInterruptException | EndOfFileException sair) {
            throw sair;
        } catch (IOException | RuntimeException e) {
            ambiente.relatos().falha(e);
        }
    }

    private void fazer(Entrada entrada) throws IOException {
        Conversa conversa = new Conversa(ambiente, perguntas);
        switch (entrada) {
            case VIAGEM -> new ConversaDeViagem(conversa).iniciar();
            case POSTOS -> new ConversaDePostos(conversa).listar();
            case RESERVAR -> new ConversaDePostos(conversa).reservar();
            case MINHAS -> new ConversaDeReservas(conversa).minhas();
            case SERVIDORES ->
                ambiente.relatos()
                        .servidores(conversa.pedir(
                                Alcance.POSTOS_E_RESERVAS, "Perguntando ao broker…", Chamada.servidores()));
            case SAIR -> throw new EndOfFileException();
        }
    }
}
