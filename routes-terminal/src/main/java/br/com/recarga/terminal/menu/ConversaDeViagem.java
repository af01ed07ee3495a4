package br.com.recarga.terminal.menu;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.acoes.Viagens;
import br.com.recarga.terminal.menu.Conversa.Voltar;
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
        Set<String> cidades = Conversa.cidades(
                conversa.pedir(Alcance.TAMBEM_VIAGENS, "Perguntando pelos postos…", Chamada.postos(null)));
        String origem = lugar("De onde", cidades);
        String destino = lugar("Para onde", cidades);
        Carro carro = conversa.carro();
        // as it was said: the planner knows the clocks of the place best
        Momento partida = conversa.momento(
                "Partida", Conversa.AGORA, Fusos.doLugar(origem).orElse(Fusos.BRASILIA));
        PlanejarBody pedido = Viagens.pedido(origem, destino, carro, partida, null, null, null, null);
        Viagens viagens = new Viagens(conversa.ambiente());
        Resultado plano = conversa.conseguir("Planejando…", () -> viagens.planejar(pedido));
        conversa.ambiente().relatos().plano(plano);
        List<ParadaDaViagem> paradas = Viagens.paradas(escolher(plano.json()));
        String chave = UUID.randomUUID().toString();
        reservar(passo -> viagens.reservar(carro, paradas, origem, destino, chave, passo));
    }

    private String lugar(String rotulo, Set<String> cidades) {
        return conversa.texto(Pergunta.livre(rotulo + ", uma cidade (Tab completa) ou \"lat,lon\"")
                .candidatos(cidades)
                .recusa(conversa.regras()::lugar)
                .historico("cidade"));
    }

    private JsonNode escolher(JsonNode plano) {
        if (plano.path("paradas").isEmpty()) {
            throw new Voltar();
        }
        Relatos relatos = conversa.ambiente().relatos();
        List<Opcao<JsonNode>> opcoes = new ArrayList<>();
        opcoes.add(new Opcao<>("Reservar " + relatos.resumoDoPlano(plano), plano));
        plano.path("alternativas")
                .forEach(outro -> opcoes.add(new Opcao<>("Reservar " + relatos.resumoDoPlano(outro), outro)));
        opcoes.add(new Opcao<>("Não reservar", null));
        return conversa.escolher("Reservar as paradas?", opcoes);
    }

    /** @param pedir asks for the trip, and tells of each state in which not all is certain yet */
    void reservar(Function<Consumer<Resultado>, Resultado> pedir) throws IOException {
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
