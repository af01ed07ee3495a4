package br.com.recarga.terminal.menu;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.acoes.Reservas;
import br.com.recarga.terminal.menu.Conversa.Voltar;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.FiltroDePostos;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.TextoAlheio;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Momento;
import br.com.recarga.terminal.tela.Pergunta;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at points, and reserving one. */
final class ConversaDePostos {

    private static final String TODAS = "todas";
    private static final String PELA_CARGA = "o tempo da carga";

    private final Conversa conversa;

    ConversaDePostos(Conversa conversa) {
        this.conversa = conversa;
    }

    void listar() throws IOException {
        String servidor = conversa.servidor("De qual servidor?", true);
        String um = servidor.isEmpty() ? null : servidor;
        conversa.ambiente().relatos().postos(daCidade(postos(um)), um);
    }

    private Resultado postos(String servidor) throws IOException {
        return conversa.pedir(Alcance.POSTOS_E_RESERVAS, "Perguntando pelos postos…", Chamada.postos(servidor));
    }

    /** Those of one city, or all. */
    private Resultado daCidade(Resultado postos) {
        String cidade = conversa.texto(Pergunta.livre("Cidade ou estado")
                .padrao(TODAS)
                .candidatos(Conversa.cidades(postos))
                .recusa(resposta -> resposta.equals(TODAS)
                                || !filtrar(postos, resposta)
                                        .json()
                                        .path("postos")
                                        .isEmpty()
                        ? Optional.empty()
                        : Optional.of("não há postos aí; Tab mostra as cidades"))
                .historico("cidade"));
        return filtrar(postos, cidade);
    }

    private static Resultado filtrar(Resultado postos, String cidade) {
        return cidade.equals(TODAS) ? postos : new FiltroDePostos(false, cidade, null, null, null).aplicar(postos);
    }

    void reservar() throws IOException {
        String servidor = conversa.servidor("De qual servidor?", false);
        JsonNode postos = daCidade(postos(servidor)).json().path("postos");
        JsonNode posto = escolher("Qual posto?", postos);
        Carro carro = conversa.carro();
        if (soAgora(servidor)) {
            conversa.ambiente().saida().linha("Este servidor só reserva a partir de agora, pelo tempo da carga.");
            reservar(servidor, posto, carro, null, null, false);
            return;
        }
        ZoneId fuso = Reservas.fuso(posto);
        Momento inicio = conversa.momento("A partir de quando", Conversa.AGORA, fuso);
        Momento fim = conversa.momento("Até quando", PELA_CARGA, fuso);
        reservar(servidor, posto, carro, Momento.em(fuso, inicio), Momento.em(fuso, fim), serveOutro(posto, postos));
    }

    /** Asked only where there is another one like it, at the same place. */
    private boolean serveOutro(JsonNode posto, JsonNode postos) {
        return postos.valueStream().anyMatch(outro -> serveEmLugarDe(posto, outro))
                && conversa.escolher(
                        "Serve qualquer posto igual deste local?",
                        List.of(new Opcao<>("Não", false), new Opcao<>("Sim", true)));
    }

    /** As its server sees it: beside it, with the same plug, no less power and no higher price. */
    private static boolean serveEmLugarDe(JsonNode posto, JsonNode outro) {
        return !outro.path("id").equals(posto.path("id"))
                && lugar(posto).flatMap(um -> lugar(outro).map(um::aoLadoDe)).orElse(false)
                && outro.path("tipo_conector").equals(posto.path("tipo_conector"))
                && outro.path("potencia_maxima").asDouble()
                        >= posto.path("potencia_maxima").asDouble()
                && outro.path("preco_kwh").asDouble() <= posto.path("preco_kwh").asDouble();
    }

    private static Optional<Coordenadas> lugar(JsonNode posto) {
        return Coordenadas.de(posto.path("localizacao").textValue());
    }

    /** One that announces nothing, as the original's, would not read a window. */
    private boolean soAgora(String servidor) throws IOException {
        Resultado servidores =
                conversa.pedir(Alcance.POSTOS_E_RESERVAS, "Perguntando pelos servidores…", Chamada.servidores());
        return servidores
                .json()
                .path("servidores")
                .valueStream()
                .anyMatch(conhecido -> conhecido.path("server_id").asText().equals(servidor)
                        && conhecido.path("sem_presenca").asBoolean());
    }

    private void reservar(
            String servidor, JsonNode posto, Carro carro, OffsetDateTime inicio, OffsetDateTime fim, boolean serveOutro)
            throws IOException {
        conversa.ambiente().relatos().preco(posto, carro, inicio, fim);
        String pergunta = "Reservar o posto %s %s para %s?"
                .formatted(TextoAlheio.de(posto, "id"), TextoAlheio.de(posto, "nome"), carro.placa());
        if (!conversa.perguntas().confirmar(pergunta)) {
            return;
        }
        int id = posto.path("id").asInt();
        String chave = UUID.randomUUID().toString();
        Resultado resultado = conversa.esperar(
                "Reservando…",
                () -> new Reservas(conversa.ambiente()).reservar(carro, servidor, id, inicio, fim, serveOutro, chave));
        conversa.ambiente().relatos().resposta(resultado, conversa.ambiente().relatos()::feita);
        if (resultado.codigo() == Codigo.POSTO_OCUPADO || resultado.codigo() == Codigo.POSTO_EM_MANUTENCAO) {
            JsonNode outro = escolher("Outro posto?", resultado.json().path("alternativas"));
            reservar(servidor, outro, carro, inicio, fim, false);
        }
    }

    private JsonNode escolher(String titulo, JsonNode postos) {
        if (postos.isEmpty()) {
            throw new Voltar();
        }
        return conversa.escolher(
                titulo,
                postos.valueStream()
                        .map(posto -> new Opcao<>(texto(posto), posto))
                        .toList());
    }

    private static String texto(JsonNode posto) {
        String estado = posto.path("em_manutencao").asBoolean()
                ? "em manutenção"
                : posto.path("disponivel").asBoolean() ? "livre" : "ocupado agora";
        return "%s %s, %s/%s, %s kW %s, %s, %s"
                .formatted(
                        posto.path("id").asText(),
                        posto.path("nome").asText(),
                        posto.path("cidade").asText(),
                        posto.path("uf").asText(),
                        Formatos.numero(posto.path("potencia_maxima").asDouble()),
                        posto.path("tipo_conector").asText(),
                        Formatos.reais(posto.path("preco_kwh").asDouble()),
                        estado);
    }
}
