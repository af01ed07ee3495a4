package br.com.recarga.terminal.menu;

import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.acoes.Reservas;
import br.com.recarga.terminal.acoes.Viagens;
import br.com.recarga.terminal.memoria.Lembrado;
import br.com.recarga.terminal.memoria.Lembrado.ReservaFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemPedida;
import br.com.recarga.terminal.menu.Conversa.Trabalho;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.tela.Momento;
import br.com.recarga.terminal.tela.Pergunta;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was reserved: seeing, changing, cancelling and forgetting it. */
final class ConversaDeReservas {

    private static final String COMO_ESTA = "como está";
    private static final String MESMA_DURACAO = "a mesma duração";

    private final Conversa conversa;
    private final Ambiente ambiente;
    private final Reservas reservas;
    private final Viagens viagens;

    /** A thing to do. */
    private interface Acao {
        void fazer() throws IOException;
    }

    ConversaDeReservas(Conversa conversa) {
        this.conversa = conversa;
        this.ambiente = conversa.ambiente();
        this.reservas = new Reservas(ambiente);
        this.viagens = new Viagens(ambiente);
    }

    void minhas() throws IOException {
        Lembrado lembrado = ambiente.memoria().tudo();
        List<Opcao<Acao>> opcoes = new ArrayList<>();
        for (ViagemPedida pedida : lembrado.pendentes()) {
            opcoes.add(new Opcao<>(texto(pedida), () -> semResposta(pedida)));
        }
        for (ViagemFeita viagem : lembrado.viagens()) {
            opcoes.add(new Opcao<>(texto(viagem), () -> daViagem(viagem.viagemId(), viagem.codigoReserva())));
        }
        for (ReservaFeita reserva : lembrado.reservas()) {
            opcoes.add(new Opcao<>(texto(reserva), () -> daReserva(reserva.reservaId(), reserva.codigoReserva())));
        }
        if (!lembrado.reservas().isEmpty()) {
            opcoes.add(new Opcao<>("Ver como estão todas as reservas", this::todas));
        }
        opcoes.add(new Opcao<>("Procurar pela placa", this::pelaPlaca));
        opcoes.add(new Opcao<>("Procurar pelo número e código", this::peloNumero));
        opcoes.add(new Opcao<>("Voltar", () -> {}));
        escolher("Minhas reservas", opcoes);
    }

    private void escolher(String titulo, List<Opcao<Acao>> acoes) throws IOException {
        conversa.escolher(titulo, acoes).fazer();
    }

    private String texto(ReservaFeita reserva) {
        return "%s: posto %d de %s, %s"
                .formatted(
                        ambiente.formatos()
                                .janela(
                                        reserva.inicio(),
                                        reserva.fim(),
                                        reserva.inicio().getOffset()),
                        reserva.postoId(),
                        reserva.serverId(),
                        reserva.placa());
    }

    private String texto(ViagemFeita viagem) {
        return "%s: viagem %s → %s, %s"
                .formatted(
                        ambiente.formatos()
                                .momento(viagem.partida(), viagem.partida().getOffset()),
                        viagem.origem() == null ? "…" : viagem.origem(),
                        viagem.destino() == null ? "…" : viagem.destino(),
                        viagem.placa());
    }

    private String texto(ViagemPedida pedida) {
        return "Sem resposta: viagem %s → %s, %s"
                .formatted(
                        pedida.origem() == null ? "…" : pedida.origem(),
                        pedida.destino() == null ? "…" : pedida.destino(),
                        pedida.pedido().carro().placa());
    }

    private void semResposta(ViagemPedida pedida) throws IOException {
        ambiente.saida()
                .linha(
                        "O pedido pode ter sido atendido. Repetido, mostra a mesma viagem ou, se não foi atendido, reserva-a agora.");
        escolher(
                "O que fazer com ele?",
                List.of(
                        new Opcao<>("Repetir o pedido", () -> repetir(pedida)),
                        new Opcao<>("Nada", () -> {}),
                        new Opcao<>("Esquecer neste computador", () -> esquecer(pedida.chave()))));
    }

    private void repetir(ViagemPedida pedida) throws IOException {
        new ConversaDeViagem(conversa).reservar(passo -> viagens.repetir(pedida, passo));
    }

    private void todas() throws IOException {
        mostrar("Perguntando aos servidores…", reservas::lembradas, ambiente.relatos()::reservas);
    }

    private void pelaPlaca() throws IOException {
        String placa = conversa.placa();
        // a secret, therefore without history
        String dito = conversa.texto(
                Pergunta.livre("Código (sem ele, nada se mostra)").padrao("sem"));
        String codigo = dito.equals("sem") ? null : dito;
        mostrar(
                "Perguntando aos servidores…",
                () -> reservas.daPlaca(placa, null, codigo),
                ambiente.relatos()::reservas);
    }

    private void peloNumero() throws IOException {
        String id = conversa.texto(Pergunta.livre("Número da reserva ou da viagem"));
        String codigo = conversa.texto(Pergunta.livre("Código"));
        if (id.startsWith("v-")) {
            daViagem(id, codigo);
        } else {
            daReserva(id, codigo);
        }
    }

    private void daReserva(String id, String codigo) throws IOException {
        Resultado vista =
                mostrar("Perguntando ao servidor…", () -> reservas.ver(id, codigo), ambiente.relatos()::reserva);
        if (!vista.deuCerto()) {
            oferecerEsquecer(id);
            return;
        }
        escolher(
                "O que fazer com ela?",
                List.of(
                        new Opcao<>("Nada", () -> {}),
                        new Opcao<>(
                                "Mudar o horário",
                                () -> mudar(
                                        id, codigo, Reservas.fuso(vista.json().path("reserva")))),
                        new Opcao<>("Cancelar", () -> cancelar(id, codigo)),
                        new Opcao<>("Esquecer neste computador", () -> esquecer(id))));
    }

    private void mudar(String id, String codigo, ZoneId fuso) throws IOException {
        // a car that is charging keeps its start: what is not said is not asked for
        Momento inicio = conversa.momento("A partir de quando", COMO_ESTA, fuso);
        Momento fim = conversa.momento("Até quando", MESMA_DURACAO, fuso);
        if (inicio == null && fim == null) {
            ambiente.saida().linha("Nada mudou.");
            return;
        }
        mostrar(
                "Mudando…",
                () -> reservas.alterar(id, codigo, Momento.em(fuso, inicio), Momento.em(fuso, fim)),
                ambiente.relatos()::feita);
    }

    private void cancelar(String id, String codigo) throws IOException {
        if (conversa.perguntas().confirmar("Cancelar mesmo?")) {
            mostrar("Cancelando…", () -> reservas.cancelar(id, codigo, null), ambiente.relatos()::feita);
        }
    }

    private void daViagem(String id, String codigo) throws IOException {
        if (!mostrar("Procurando a viagem…", () -> viagens.ver(id, codigo), ambiente.relatos()::viagem)
                .deuCerto()) {
            oferecerEsquecer(id);
            return;
        }
        escolher(
                "O que fazer com ela?",
                List.of(
                        new Opcao<>("Nada", () -> {}),
                        new Opcao<>("Cancelar todas as paradas", () -> cancelarViagem(id, codigo)),
                        new Opcao<>("Esquecer neste computador", () -> esquecer(id))));
    }

    private void cancelarViagem(String id, String codigo) throws IOException {
        if (conversa.perguntas().confirmar("Cancelar mesmo todas as paradas?")) {
            mostrar("Cancelando…", () -> viagens.cancelar(id, codigo, passo -> {}), ambiente.relatos()::viagem);
        }
    }

    private void oferecerEsquecer(String id) throws IOException {
        if (ambiente.memoria().lembra(id) && conversa.perguntas().confirmar("Esquecer neste computador?")) {
            esquecer(id);
        }
    }

    private void esquecer(String id) throws IOException {
        ambiente.memoria().esquecer(id);
        ambiente.saida().linha("Esquecida neste computador; continua valendo.");
    }

    /** Asks, and shows the answer or why there is none. */
    private Resultado mostrar(String texto, Trabalho trabalho, Consumer<Resultado> relato) throws IOException {
        Resultado resultado = conversa.esperar(texto, trabalho);
        ambiente.relatos().resposta(resultado, relato);
        return resultado;
    }
}
