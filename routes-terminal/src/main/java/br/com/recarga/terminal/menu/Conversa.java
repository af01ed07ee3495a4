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
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Questions that several conversations have in common. */
final class Conversa {

    private static final String AGORA = "agora";

    private final Ambiente ambiente;
    private final Perguntas perguntas;
    private final Regras regras;

    Conversa(Ambiente ambiente, Perguntas perguntas) {
        this.ambiente = ambiente;
        this.perguntas = perguntas;
        this.regras = new Regras(ambiente.formatos());
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

    /** Does what may take a moment, and says so meanwhile. */
    Resultado esperar(String texto, Supplier<Resultado> trabalho) {
        perguntas.esperando(texto);
        try {
            return trabalho.get();
        } finally {
            perguntas.pronto();
        }
    }

    /** Asks for what can be had without the log of trips. */
    Resultado chamar(String texto, Chamada chamada) {
        return chamar(Alcance.POSTOS_E_RESERVAS, texto, chamada);
    }

    private Resultado chamar(Alcance alcance, String texto, Chamada chamada) {
        return esperar(texto, () -> ambiente.chamar(alcance, chamada));
    }

    /**
     * The same for what a conversation cannot go on without; says why if it fails.
     *
     * @param alcance all that it will need, so that what is missing is known at its beginning
     */
    Optional<JsonNode> pedir(Alcance alcance, String texto, Chamada chamada) {
        Resultado resultado = chamar(alcance, texto, chamada);
        if (resultado.deuCerto()) {
            return Optional.of(resultado.json());
        }
        ambiente.relatos().recusa(resultado);
        return Optional.empty();
    }

    /** One of the servers. */
    Optional<String> servidor(String titulo, boolean outroTodos) {
        Optional<JsonNode> conhecidos =
                pedir(Alcance.POSTOS_E_RESERVAS, "Perguntando ao broker…", Chamada.servidores());
        if (conhecidos.isEmpty()) {
            return Optional.empty();
        }
        List<Opcao<String>> opcoes = new ArrayList<>();
        if (outroTodos) {
            opcoes.add(new Opcao<>("todos", ""));
        }
        for (JsonNode servidor : conhecidos.get().path("servidores")) {
            String id = servidor.path("server_id").asText();
            boolean noAr = !servidor.path("status").asText().equals("offline");
            opcoes.add(new Opcao<>(noAr ? id : id + " (fora do ar)", id));
        }
        if (opcoes.isEmpty() || outroTodos && opcoes.size() == 1) {
            ambiente.saida().erro("✘ Nenhum servidor se anunciou.");
            return Optional.empty();
        }
        return perguntas.escolher(titulo, opcoes);
    }

    /** {@code Cidade/UF} of each city with a point, in order. */
    static TreeSet<String> cidades(JsonNode postos) {
        TreeSet<String> cidades = new TreeSet<>();
        postos.forEach(posto -> {
            if (posto.hasNonNull("cidade") && posto.hasNonNull("uf")) {
                cidades.add(TextoAlheio.de(posto, "cidade") + "/" + TextoAlheio.de(posto, "uf"));
            }
        });
        return cidades;
    }

    /** A car that was used before, as charged as it is now; or another. */
    Optional<Carro> carro() throws IOException {
        List<Carro> lembrados = ambiente.memoria().tudo().carros();
        if (lembrados.isEmpty()) {
            return outroCarro();
        }
        List<Opcao<Optional<Carro>>> opcoes = new ArrayList<>();
        lembrados.forEach(carro -> opcoes.add(new Opcao<>(carro.placa() + "  " + carro.modelo(), Optional.of(carro))));
        opcoes.add(new Opcao<>("Outro carro", Optional.empty()));
        Optional<Optional<Carro>> escolhido = perguntas.escolher("Qual carro?", opcoes);
        if (escolhido.isEmpty()) {
            return Optional.empty();
        }
        return escolhido.get().isPresent() ? comNivel(escolhido.get().get()) : outroCarro();
    }

    private Optional<Carro> outroCarro() {
        Optional<String> placa =
                perguntas.texto(Pergunta.livre("Placa").recusa(regras::placa).historico("placa"));
        if (placa.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> modelo =
                perguntas.texto(Pergunta.livre("Modelo").recusa(regras::modelo).historico("modelo"));
        if (modelo.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> capacidade = numero("Capacidade da bateria, em kWh", "capacidadeBateria");
        if (capacidade.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> consumo = numero("Consumo, em kWh por km, como 0,15", "taxaDescarga");
        return consumo.flatMap(taxa -> comNivel(new Carro(placa.get(), modelo.get(), capacidade.get(), null, taxa)));
    }

    private Optional<Double> numero(String rotulo, String campo) {
        return perguntas
                .texto(Pergunta.livre(rotulo).recusa(regras.numeroDoCarro(campo)))
                .flatMap(Decimal::ler);
    }

    private Optional<Carro> comNivel(Carro carro) {
        String antes = carro.nivelBateriaAtual() == null ? "" : Formatos.numero(carro.nivelBateriaAtual());
        return perguntas
                .texto(Pergunta.livre("Nível da bateria, em kWh")
                        .padrao(antes)
                        .recusa(resposta -> Decimal.ler(resposta)
                                .map(nivel -> regras.carro(com(carro, nivel)))
                                .orElse(Optional.of("deve ser um número, como 12,5"))))
                .flatMap(Decimal::ler)
                .map(nivel -> com(carro, nivel));
    }

    private static Carro com(Carro carro, double nivel) {
        return new Carro(carro.placa(), carro.modelo(), carro.capacidadeBateria(), nivel, carro.taxaDescarga());
    }

    /**
     * A time by the clocks of a place.
     *
     * @param padrao what no answer means
     * @return empty: go back; otherwise the time, or empty if it is the default
     */
    Optional<Optional<OffsetDateTime>> momento(String rotulo, String padrao, ZoneId lugar) {
        return dito(rotulo, padrao, lugar).map(quando -> quando.map(momento -> momento.em(lugar)));
    }

    private Optional<Optional<Momento>> dito(String rotulo, String padrao, ZoneId lugar) {
        return perguntas
                .texto(Pergunta.livre(ambiente.formatos().pergunta(rotulo, lugar))
                        .padrao(padrao)
                        .recusa(resposta -> resposta.equals(padrao) ? Optional.empty() : regras.momento(resposta))
                        .historico("momento"))
                .map(resposta -> resposta.equals(padrao)
                        ? Optional.empty()
                        : ambiente.formatos().lerMomento(resposta));
    }

    Optional<Optional<OffsetDateTime>> inicio(String rotulo, ZoneId lugar) {
        return momento(rotulo, AGORA, lugar);
    }

    /** As it was said: the planner knows the clocks of the place best. */
    Optional<Optional<Momento>> partida(String rotulo, ZoneId lugar) {
        return dito(rotulo, AGORA, lugar);
    }
}
