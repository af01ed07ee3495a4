package br.com.recarga.terminal.menu;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Decimal;
import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.TextoAlheio;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Momento;
import br.com.recarga.terminal.tela.Pergunta;
import br.com.recarga.terminal.tela.Perguntas;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Questions that several conversations have in common. Each throws {@link Voltar} where there is no answer. */
final class Conversa {

    /** What no answer means to whoever is asked when something begins. */
    static final String AGORA = "agora";

    private final Ambiente ambiente;
    private final Perguntas perguntas;
    private final Regras regras = new Regras();

    /** Back to the menu, from wherever one is: nobody answered, or there is nothing to go on with, which was said. */
    static final class Voltar extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Voltar() {
            super(null, null, false, false);
        }
    }

    /** What may take a moment. */
    interface Trabalho {
        Resultado fazer() throws IOException;
    }

    Conversa(Ambiente ambiente, Perguntas perguntas) {
        this.ambiente = ambiente;
        this.perguntas = perguntas;
    }

    Ambiente ambiente() {
        return ambiente;
    }

    Perguntas perguntas() {
        return perguntas;
    }

    Regras regras() {
        return regras;
    }

    <T> T escolher(String titulo, List<Opcao<T>> opcoes) {
        return perguntas.escolher(titulo, opcoes).orElseThrow(Voltar::new);
    }

    String texto(Pergunta pergunta) {
        return perguntas.texto(pergunta).orElseThrow(Voltar::new);
    }

    /** Does what may take a moment, and says so meanwhile. */
    Resultado esperar(String texto, Trabalho trabalho) throws IOException {
        perguntas.esperando(texto);
        try {
            return trabalho.fazer();
        } finally {
            perguntas.pronto();
        }
    }

    /** The same for what a conversation cannot go on without; says why if it fails. */
    Resultado conseguir(String texto, Trabalho trabalho) throws IOException {
        Resultado resultado = esperar(texto, trabalho);
        if (!resultado.deuCerto()) {
            ambiente.relatos().recusa(resultado);
            throw new Voltar();
        }
        return resultado;
    }

    /** @param alcance all that the conversation will need, so that what is missing is known at its beginning */
    Resultado pedir(Alcance alcance, String texto, Chamada chamada) throws IOException {
        return conseguir(texto, () -> ambiente.chamar(alcance, chamada));
    }

    /** One of the servers; empty, if that is offered: all. */
    String servidor(String titulo, boolean outroTodos) throws IOException {
        Resultado conhecidos = pedir(Alcance.POSTOS_E_RESERVAS, "Perguntando ao broker…", Chamada.servidores());
        List<Opcao<String>> opcoes = new ArrayList<>();
        for (JsonNode servidor : conhecidos.json().path("servidores")) {
            String id = servidor.path("server_id").asText();
            boolean noAr = !servidor.path("status").asText().equals("offline");
            String nome = TextoAlheio.de(servidor, "nome");
            String chamado = nome.isEmpty() ? id : "%s (%s)".formatted(nome, id);
            opcoes.add(new Opcao<>(noAr ? chamado : chamado + " (fora do ar)", id));
        }
        if (opcoes.isEmpty()) {
            ambiente.saida().erro("✘ Nenhum servidor se anunciou.");
            throw new Voltar();
        }
        if (outroTodos) {
            opcoes.add(0, new Opcao<>("todos", ""));
        }
        return escolher(titulo, opcoes);
    }

    /** {@code Cidade/UF} of each city with a point, in order. */
    static TreeSet<String> cidades(Resultado postos) {
        TreeSet<String> cidades = new TreeSet<>();
        postos.json().path("postos").forEach(posto -> {
            if (posto.hasNonNull("cidade") && posto.hasNonNull("uf")) {
                cidades.add(TextoAlheio.de(posto, "cidade") + "/" + TextoAlheio.de(posto, "uf"));
            }
        });
        return cidades;
    }

    /** A car that was used before, as charged as it is now; or another. */
    Carro carro() throws IOException {
        List<Carro> lembrados = ambiente.memoria().tudo().carros();
        if (lembrados.isEmpty()) {
            return outroCarro();
        }
        List<Opcao<Supplier<Carro>>> opcoes = new ArrayList<>();
        lembrados.forEach(
                carro -> opcoes.add(new Opcao<>(carro.placa() + "  " + carro.modelo(), () -> comNivel(carro))));
        opcoes.add(new Opcao<>("Outro carro", this::outroCarro));
        return escolher("Qual carro?", opcoes).get();
    }

    String placa() {
        return texto(Pergunta.livre("Placa").recusa(regras::placa).historico("placa"));
    }

    private Carro outroCarro() {
        String placa = placa();
        String modelo = texto(Pergunta.livre("Modelo").recusa(regras::modelo).historico("modelo"));
        double capacidade = numero(
                Pergunta.livre("Capacidade da bateria, em kWh").recusa(regras.numeroDoCarro("capacidadeBateria")));
        double consumo = numero(
                Pergunta.livre("Consumo, em kWh por km, como 0,15").recusa(regras.numeroDoCarro("taxaDescarga")));
        return comNivel(new Carro(placa, modelo, capacidade, null, consumo));
    }

    /** @param pergunta accepts nothing else */
    private double numero(Pergunta pergunta) {
        return Decimal.ler(texto(pergunta)).orElseThrow();
    }

    private Carro comNivel(Carro carro) {
        String antes = carro.nivelBateriaAtual() == null ? "" : Formatos.numero(carro.nivelBateriaAtual());
        double agora = numero(Pergunta.livre("Nível da bateria, em kWh")
                .padrao(antes)
                .recusa(resposta -> Decimal.ler(resposta)
                        .map(nivel -> regras.carro(carro.comNivel(nivel)))
                        .orElse(Optional.of("deve ser um número, como 12,5"))));
        return carro.comNivel(agora);
    }

    /**
     * A time by the clocks of a place.
     *
     * @param padrao what no answer means
     * @return as it was said; null: {@code padrao}
     */
    Momento momento(String rotulo, String padrao, ZoneId lugar) {
        String resposta = texto(Pergunta.livre(ambiente.formatos().pergunta(rotulo, lugar))
                .padrao(padrao)
                .recusa(dita -> dita.equals(padrao)
                                || ambiente.formatos().lerMomento(dita).isPresent()
                        ? Optional.empty()
                        : Optional.of("deve ser uma hora como 14:00, amanhã 8h ou 24/12 14:00"))
                .historico("momento"));
        return ambiente.formatos().lerMomento(resposta).orElse(null);
    }
}
