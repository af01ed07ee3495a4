package br.com.recarga.terminal.tela;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.CurvaDeRecarga;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.platform.perfil.PartidaRecusada;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.TextoAlheio;
import br.com.recarga.terminal.tela.Tabela.Celula;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The answers of the use cases, for people. What a peer left out is left out. */
public final class Relatos {

    private static final Map<String, String> SITUACOES = Map.ofEntries(
            Map.entry("CONFIRMADA", "confirmada"),
            Map.entry("PRE_RESERVADA", "pré-reservada"),
            Map.entry("EM_ANDAMENTO", "em andamento"),
            Map.entry("CONCLUIDA", "concluída"),
            Map.entry("CANCELADA", "cancelada"),
            Map.entry("EXPIRADA", "expirada"),
            Map.entry("confirmada", "confirmada"),
            Map.entry("recusada", "recusada"),
            Map.entry("em_andamento", "em andamento"),
            Map.entry("cancelando", "cancelando"),
            Map.entry("cancelada", "cancelada"));

    /** Of a stop that was not lost. */
    private static final Set<String> RESERVADAS = Set.of("CONFIRMADA", "EM_ANDAMENTO", "CONCLUIDA");

    private static final Map<String, String> CRITERIOS = Map.of(
            "MENOR_TEMPO", "o mais rápido",
            "MENOR_CUSTO", "o mais barato",
            "MENOS_PARADAS", "o de menos paradas");

    private final Saida saida;
    private final Formatos formatos;

    public Relatos(Saida saida, Formatos formatos) {
        this.saida = saida;
        this.formatos = formatos;
    }

    public void servidores(Resultado resultado) {
        JsonNode servidores = resultado.json().path("servidores");
        if (servidores.isEmpty()) {
            saida.linha("Nenhum servidor se anunciou.");
            return;
        }
        Tabela tabela = new Tabela().elastica("SERVIDOR").coluna("ESTADO").coluna("ÚLTIMO SINAL");
        boolean comOperador = !servidores.findValues("nome").isEmpty()
                || !servidores.findValues("contato").isEmpty();
        if (comOperador) {
            tabela.elastica("OPERADOR").elastica("CONTATO");
        }
        for (JsonNode servidor : servidores) {
            List<Object> linha = new ArrayList<>(List.of(
                    texto(servidor, "server_id"),
                    presenca(servidor),
                    momento(servidor, "timestamp", formatos::momento)));
            if (comOperador) {
                linha.addAll(List.of(texto(servidor, "nome"), texto(servidor, "contato")));
            }
            tabela.linha(linha.toArray());
        }
        saida.tabela(tabela);
    }

    /** @param deUm the one server that was asked; null: all */
    public void postos(Resultado resultado, String deUm) {
        JsonNode postos = resultado.json().path("postos");
        if (postos.isEmpty()) {
            saida.linha("Nenhum posto.");
        } else {
            saida.tabela(tabelaDePostos(postos, deUm));
        }
        caladas(resultado);
    }

    private static Tabela tabelaDePostos(JsonNode postos, String deUm) {
        boolean comServidor = deUm == null && postos.path(0).has("server_id");
        boolean comDistancia = postos.path(0).has("distancia_km");
        Tabela tabela = new Tabela();
        if (comServidor) {
            tabela.coluna("SERVIDOR");
        }
        tabela.direita("ID")
                .elastica("NOME")
                .elastica("CIDADE")
                .direita("kW")
                .coluna("CONECTOR")
                .direita("R$/kWh")
                .coluna("AGORA");
        if (comDistancia) {
            tabela.direita("km");
        }
        for (JsonNode posto : postos) {
            List<Object> linha = new ArrayList<>();
            if (comServidor) {
                linha.add(texto(posto, "server_id"));
            }
            linha.addAll(List.of(
                    texto(posto, "id"),
                    texto(posto, "nome"),
                    cidade(posto),
                    numero(posto, "potencia_maxima"),
                    texto(posto, "tipo_conector"),
                    posto.has("preco_kwh")
                            ? Formatos.reais(posto.path("preco_kwh").asDouble()).substring(3)
                            : "",
                    estado(posto)));
            if (comDistancia) {
                linha.add(numero(posto, "distancia_km"));
            }
            tabela.linha(linha.toArray());
        }
        return tabela;
    }

    /**
     * What a charge at a point costs at most, before it is reserved.
     *
     * @param inicio null: now
     * @param fim null: when the car will be charged
     */
    public void preco(JsonNode posto, Carro carro, OffsetDateTime inicio, OffsetDateTime fim) {
        if (!posto.hasNonNull("preco_kwh")) {
            saida.linha("Este servidor não diz o preço.");
            return;
        }
        double preco = posto.path("preco_kwh").asDouble();
        double energia = carro.capacidadeBateria() - carro.nivelBateriaAtual();
        if (fim != null && posto.hasNonNull("potencia_maxima")) {
            CurvaDeRecarga curva = CurvaDeRecarga.de(
                    carro,
                    posto.path("potencia_maxima").asDouble(),
                    posto.path("tipo_conector").asText());
            energia = curva.nivelDepois(carro.nivelBateriaAtual(), formatos.segundos(inicio, fim))
                    - carro.nivelBateriaAtual();
        }
        saida.linha("Preço: %s/kWh; a carga, de até %s kWh, custa até %s."
                .formatted(Formatos.reais(preco), Formatos.numero(energia), Formatos.reais(energia * preco)));
    }

    private static Celula estado(JsonNode posto) {
        if (posto.path("em_manutencao").asBoolean()) {
            return new Celula("manutenção", Cor.AMARELO);
        }
        return posto.path("disponivel").asBoolean()
                ? new Celula("livre", Cor.VERDE)
                : new Celula("ocupado", Cor.VERMELHO);
    }

    private static String cidade(JsonNode posto) {
        return posto.has("uf") ? texto(posto, "cidade") + "/" + texto(posto, "uf") : texto(posto, "cidade");
    }

    /** What was reserved, changed or cancelled. */
    public void feita(Resultado resultado) {
        saida.sucesso("✔ " + resultado.texto("mensagem"));
        campo(resultado.json(), "janela", "inicio", node -> janela(resultado.json()));
        campo(resultado.json(), "situação", "situacao", Relatos::situacao);
        combinado(resultado.json());
        campo(resultado.json(), "reserva", "reserva_id", node -> node);
        campo(resultado.json(), "código", "codigo_reserva", node -> node);
    }

    /** Several reservations, with details of those whose code is known. */
    public void reservas(Resultado resultado) {
        JsonNode reservas = resultado.json().path("reservas");
        if (reservas.isEmpty()) {
            saida.linha("Nenhuma reserva.");
        } else {
            Tabela tabela = new Tabela()
                    .coluna("SERVIDOR")
                    .elastica("POSTO")
                    .coluna("JANELA")
                    .coluna("SITUAÇÃO")
                    .coluna("PLACA")
                    .elastica("RESERVA");
            for (JsonNode reserva : reservas) {
                tabela.linha(
                        texto(reserva, "server_id"),
                        texto(reserva, "posto_id") + " " + texto(reserva, "posto"),
                        janela(reserva),
                        pintada(texto(reserva, "situacao")),
                        texto(reserva, "placa"),
                        texto(reserva, "reserva_id"));
            }
            saida.tabela(tabela);
        }
        caladas(resultado);
    }

    /** One reservation, or what became of the request for it. */
    public void reserva(Resultado resultado) {
        if (resultado.json().has("desfecho")) {
            JsonNode desfecho = resultado.json().path("desfecho");
            saida.linha((texto(desfecho, "codigo").equals(Codigo.OK.name())
                            ? "Esse pedido foi feito: "
                            : "Esse pedido foi recusado: ")
                    + texto(desfecho, "mensagem"));
            return;
        }
        JsonNode reserva = resultado.json().path("reserva");
        saida.linha(saida.pintar(
                Cor.NEGRITO,
                "Posto %s %s, %s"
                        .formatted(texto(reserva, "posto_id"), texto(reserva, "posto"), texto(reserva, "server_id"))));
        campo(reserva, "janela", "inicio", node -> janela(reserva));
        campo(reserva, "situação", "situacao", Relatos::situacao);
        combinado(reserva);
        if (texto(reserva, "situacao").equals("CONFIRMADA")) {
            campo(
                    reserva,
                    "chegada",
                    "chegou_em",
                    node -> "%s; outro carro ainda carrega no posto"
                            .formatted(momento(reserva, "chegou_em", reserva, "fuso")));
        }
        campo(reserva, "placa", "placa", node -> node);
        campo(reserva, "reserva", "reserva_id", node -> node);
        for (JsonNode mudanca : reserva.path("historico")) {
            String motivo = texto(mudanca, "motivo");
            saida.linha("  %s  %s, pelo %s%s"
                    .formatted(
                            momento(mudanca, "em", reserva, "fuso"),
                            situacao(texto(mudanca, "para")),
                            texto(mudanca, "por"),
                            motivo.isEmpty() ? "" : ": " + motivo));
        }
    }

    /** Until when to arrive, what was agreed, and what the operator has changed since. */
    private void combinado(JsonNode reserva) {
        campo(reserva, "chegar", "chegar_ate", node -> "até " + momento(reserva, "chegar_ate", reserva, "fuso"));
        JsonNode termos = reserva.path("termos");
        campo(
                termos,
                "combinado",
                "preco_kwh",
                node -> "%s/kWh, %s kW, %s"
                        .formatted(
                                Formatos.reais(termos.path("preco_kwh").asDouble()),
                                numero(termos, "potencia_maxima"),
                                texto(termos, "tipo_conector")));
        if (reserva.hasNonNull("aviso")) {
            saida.aviso(saida.pintar(Cor.AMARELO, texto(reserva, "aviso")));
        }
    }

    /** One that announces nothing is known only by its answers. */
    private static Celula presenca(JsonNode servidor) {
        String status = servidor.path("status").asText("");
        String como = servidor.path("sem_presenca").asBoolean() ? " (não se anuncia)" : "";
        return switch (status) {
            case "online" -> new Celula("no ar" + como, Cor.VERDE);
            case "" -> new Celula("não se anuncia", Cor.FRACO);
            default -> new Celula("fora do ar" + como, Cor.VERMELHO);
        };
    }

    /** A plan and its alternatives, or why there is none. */
    public void plano(Resultado resultado) {
        JsonNode plano = resultado.json();
        if (!plano.path("viavel").asBoolean()) {
            saida.erro("✘ " + texto(plano, "mensagem"));
            caladas(resultado);
            return;
        }
        planoViavel(plano);
        for (JsonNode outro : plano.path("alternativas")) {
            saida.linha("");
            planoViavel(outro);
        }
        caladas(resultado);
    }

    private void planoViavel(JsonNode plano) {
        saida.linha(saida.pintar(Cor.NEGRITO, resumoDoPlano(plano)));
        if (plano.path("paradas").isEmpty()) {
            saida.linha("Sem paradas: a bateria basta.");
            return;
        }
        Tabela tabela = new Tabela()
                .direita("#")
                .coluna("SERVIDOR")
                .elastica("POSTO")
                .coluna("JANELA")
                .direita("kWh")
                .direita("km")
                .direita("R$");
        int n = 1;
        for (JsonNode parada : plano.path("paradas")) {
            tabela.linha(
                    n++,
                    texto(parada, "server_id"),
                    texto(parada, "posto_id") + " " + texto(parada, "nome"),
                    janela(parada),
                    numero(parada, "nivel_chegada") + " → " + numero(parada, "nivel_saida"),
                    numero(parada, "distancia_km"),
                    Formatos.reais(parada.path("custo").asDouble()).substring(3));
        }
        saida.tabela(tabela);
    }

    /** One line of a plan. */
    public String resumoDoPlano(JsonNode plano) {
        int paradas = plano.path("paradas").size();
        return "%s: %s, %s, %s km, %s, chega %s"
                .formatted(
                        CRITERIOS.getOrDefault(texto(plano, "criterio"), texto(plano, "criterio")),
                        Formatos.duracao(plano.path("duracao_min").asLong()),
                        paradas == 1 ? "1 parada" : paradas + " paradas",
                        numero(plano, "distancia_km"),
                        Formatos.reais(plano.path("custo").asDouble()),
                        momento(plano, "chegada", plano, "fuso_chegada"));
    }

    /** A trip and what is certain of its stops. */
    public void viagem(Resultado resultado) {
        JsonNode viagem = resultado.json();
        String situacao = texto(viagem, "situacao");
        saida.linha(saida.pintar(Cor.NEGRITO, "Viagem " + texto(viagem, "viagem_id") + ": ")
                + saida.pintar(cor(situacao), situacao(situacao)));
        campo(viagem, "código", "codigo_reserva", node -> node);
        Tabela tabela = new Tabela()
                .direita("#")
                .coluna("SERVIDOR")
                .direita("POSTO")
                .coluna("JANELA")
                .coluna("SITUAÇÃO")
                .elastica("");
        int n = 1;
        for (JsonNode parada : viagem.path("paradas")) {
            tabela.linha(
                    n++,
                    texto(parada, "server_id"),
                    texto(parada, "posto_id"),
                    janela(parada),
                    pintada(texto(parada, "situacao")),
                    parada.has("mensagem") ? texto(parada, "mensagem") : texto(parada, "reserva_id"));
        }
        saida.tabela(tabela);
        if (situacao.equals("confirmada") && viagem.hasNonNull("mensagem") && !comoReservada(viagem)) {
            saida.linha(saida.pintar(Cor.AMARELO, texto(viagem, "mensagem")));
        }
    }

    /** Whether every stop is still the car's, and every server has said so. */
    private static boolean comoReservada(JsonNode viagem) {
        return viagem.path("sem_resposta").isEmpty()
                && viagem.path("paradas")
                        .valueStream()
                        .allMatch(parada -> RESERVADAS.contains(texto(parada, "situacao")));
    }

    /** @param relato the answer, unless it is a refusal */
    public void resposta(Resultado resultado, Consumer<Resultado> relato) {
        if (resultado.deuCerto()) {
            relato.accept(resultado);
        } else {
            recusa(resultado);
        }
    }

    /** Why something was not done, and what could be done instead. */
    public void recusa(Resultado resultado) {
        String mensagem = resultado.texto("mensagem");
        saida.erro("✘ " + (mensagem.isEmpty() ? "O servidor recusou sem dizer por quê" : mensagem));
        for (JsonNode erro : resultado.json().path("erros")) {
            saida.aviso("  " + Campos.opcao(texto(erro, "campo")) + " " + texto(erro, "mensagem"));
        }
        JsonNode alternativas = resultado.json().path("alternativas");
        if (!alternativas.isEmpty()) {
            saida.aviso("Livres no mesmo horário, o mais perto primeiro:");
            saida.tabelaDeAviso(tabelaDePostos(alternativas, ""));
        }
        caladas(resultado);
    }

    /** Something inside went wrong: a line for the user, all of it for the log. */
    public void falha(Exception falha) {
        if (PartidaRecusada.em(falha).isPresent()) {
            // it has been said, in a line of its own
            return;
        }
        LoggerFactory.getLogger(Relatos.class).error("Failed", falha);
        saida.erro("✘ Erro interno (%s). Use --verboso para ver os detalhes."
                .formatted(falha.getClass().getSimpleName()));
    }

    private void caladas(Resultado resultado) {
        JsonNode caladas = resultado.json().path("sem_resposta");
        if (!caladas.isEmpty()) {
            String nomes = caladas.valueStream()
                    .map(calada -> TextoAlheio.limpo(calada.asText()))
                    .collect(Collectors.joining(", "));
            saida.aviso(saida.pintar(Cor.AMARELO, "Sem resposta de: " + nomes));
        }
    }

    private void campo(JsonNode json, String nome, String campo, UnaryOperator<String> como) {
        if (json.hasNonNull(campo)) {
            saida.linha("  " + saida.pintar(Cor.FRACO, "%-10s".formatted(nome)) + como.apply(texto(json, campo)));
        }
    }

    private static Celula pintada(String situacao) {
        return new Celula(situacao(situacao), cor(situacao));
    }

    private static Cor cor(String situacao) {
        return switch (situacao) {
            case "CONFIRMADA", "confirmada" -> Cor.VERDE;
            case "EM_ANDAMENTO", "PRE_RESERVADA", "em_andamento", "cancelando" -> Cor.AMARELO;
            case "EXPIRADA", "recusada" -> Cor.VERMELHO;
            default -> Cor.FRACO;
        };
    }

    /** In words. */
    private static String situacao(String situacao) {
        return SITUACOES.getOrDefault(situacao, situacao);
    }

    /** The window of a reservation or a stop. */
    private String janela(JsonNode json) {
        return momento(
                json,
                "inicio",
                inicio ->
                        formatos.janela(inicio, OffsetDateTime.parse(texto(json, "fim")), fuso(json, "fuso", inicio)));
    }

    /** By the clocks of the place whose zone that field says. */
    private String momento(JsonNode json, String campo, JsonNode lugar, String campoDoFuso) {
        return momento(json, campo, momento -> formatos.momento(momento, fuso(lugar, campoDoFuso, momento)));
    }

    /** Whose clocks these are: as is said, else by their offset. */
    private static ZoneId fuso(JsonNode json, String campo, OffsetDateTime momento) {
        return Fusos.de(texto(json, campo)).orElse(momento.getOffset());
    }

    /** Empty where no time stands that can be read. */
    private static String momento(JsonNode json, String campo, Function<OffsetDateTime, String> como) {
        try {
            return como.apply(OffsetDateTime.parse(texto(json, campo)));
        } catch (DateTimeException semMomento) {
            return "";
        }
    }

    private static String numero(JsonNode json, String campo) {
        return json.hasNonNull(campo) ? Formatos.numero(json.path(campo).asDouble()) : "";
    }

    private static String texto(JsonNode json, String campo) {
        return TextoAlheio.de(json, campo);
    }
}
