package br.com.recarga.terminal.menu;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.acoes.Viagens;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.tela.Momento;
import br.com.recarga.terminal.tela.Pergunta;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import br.com.recarga.terminal.tela.Relatos;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** From a wish to be elsewhere to a reservation of every stop on the way. */
final class ConversaDeViagem {

    private final Conversa conversa;

    ConversaDeViagem(Conversa conversa) {
        this.conversa = conversa;
    }

    void iniciar() throws IOException {
        Optional<JsonNode> postos =
                conversa.pedir(Alcance.TAMBEM_VIAGENS, "Perguntando pelos postos…", Chamada.postos(null));
        if (postos.isEmpty()) {
            return;
        }
        Set<String> cidades = Conversa.cidades(postos.get().path("postos"));
        Optional<String> origem = lugar("De onde", cidades);
        if (origem.isEmpty()) {
            return;
        }
        Optional<String> destino = lugar("Para onde", cidades);
        if (destino.isEmpty()) {
            return;
        }
        Optional<Carro> carro = conversa.carro();
        if (carro.isEmpty()) {
            return;
        }
        Optional<Optional<Momento>> partida =
                conversa.partida("Partida", Fusos.doLugar(origem.get()).orElse(Fusos.BRASILIA));
        if (partida.isEmpty()) {
            return;
        }
        PlanejarBody pedido = Viagens.pedido(
                origem.get(), destino.get(), carro.get(), partida.get().orElse(null), null, null);
        Resultado plano = conversa.esperar("Planejando…", () -> new Viagens(conversa.ambiente()).planejar(pedido));
        if (!plano.deuCerto()) {
            conversa.ambiente().relatos().recusa(plano);
            return;
        }
        conversa.ambiente().relatos().plano(plano);
        escolher(plano.json())
                .ifPresent(escolhido -> reservar(passo -> new Viagens(conversa.ambiente())
                        .reservar(
                                pedido.carro(),
                                Viagens.paradas(escolhido),
                                pedido.origem(),
                                pedido.destino(),
                                UUID.randomUUID().toString(),
                                passo)));
    }

    private Optional<String> lugar(String rotulo, Set<String> cidades) {
        return conversa.perguntas()
                .texto(Pergunta.livre(rotulo + ", uma cidade (Tab completa) ou \"lat,lon\"")
                        .candidatos(cidades)
                        .recusa(conversa.regras()::lugar)
                        .historico("cidade"));
    }

    /** Empty: no plan is to be reserved, or there is nothing to reserve. */
    private Optional<JsonNode> escolher(JsonNode plano) {
        if (plano.path("paradas").isEmpty()) {
            return Optional.empty();
        }
        Relatos relatos = conversa.ambiente().relatos();
        List<Opcao<JsonNode>> opcoes = new ArrayList<>();
        opcoes.add(new Opcao<>("Reservar " + relatos.resumoDoPlano(plano), plano));
        plano.path("alternativas")
                .forEach(outro -> opcoes.add(new Opcao<>("Reservar " + relatos.resumoDoPlano(outro), outro)));
        opcoes.add(new Opcao<>("Não reservar", null));
        return conversa.perguntas().escolher("Reservar as paradas?", opcoes);
    }

    /** @param pedir asks for the trip, and tells of each state in which not all is certain yet */
    void reservar(Function<Consumer<Resultado>, Resultado> pedir) {
        conversa.ambiente().saida().linha("Reservando em cada operador: todas as paradas, ou nenhuma.");
        Resultado viagem = conversa.esperar("Reservando…", () -> pedir.apply(this::passo));
        if (viagem.json().has("paradas")) {
            conversa.ambiente().relatos().viagem(viagem);
        }
        if (!viagem.deuCerto()) {
            conversa.ambiente().relatos().recusa(viagem);
        }
    }

    private void passo(Resultado agora) {
        conversa.perguntas().pronto();
        conversa.ambiente().relatos().viagem(agora);
        conversa.perguntas().esperando("Ainda incerta, esperando pelos servidores…");
    }
}
