package br.com.recarga.terminal.menu;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.acoes.Reservas;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.FiltroDePostos;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.TextoAlheio;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Pergunta;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looking at points, and reserving one. */
final class ConversaDePostos {

    private static final String TODAS = "todas";
    private static final String PELA_CARGA = "o tempo da carga";

    private final Conversa conversa;

    ConversaDePostos(Conversa conversa) {
        this.conversa = conversa;
    }

    void listar() {
        Optional<String> servidor = conversa.servidor("De qual servidor?", true);
        if (servidor.isEmpty()) {
            return;
        }
        String um = servidor.get().isEmpty() ? null : servidor.get();
        Resultado postos = conversa.chamar("Perguntando pelos postos…", Chamada.postos(um));
        if (!postos.deuCerto()) {
            conversa.ambiente().relatos().recusa(postos);
            return;
        }
        daCidade(postos).ifPresent(queridos -> conversa.ambiente().relatos().postos(queridos, um));
    }

    /** Those of one city, or all. */
    private Optional<Resultado> daCidade(Resultado postos) {
        Set<String> cidades = Conversa.cidades(postos.json().path("postos"));
        return conversa.perguntas()
                .texto(Pergunta.livre("Cidade ou estado")
                        .padrao(TODAS)
                        .candidatos(cidades)
                        .recusa(resposta -> resposta.equals(TODAS)
                                        || !filtrar(postos, resposta)
                                                .json()
                                                .path("postos")
                                                .isEmpty()
                                ? Optional.empty()
                                : Optional.of("não há postos aí; Tab mostra as cidades"))
                        .historico("cidade"))
                .map(cidade -> cidade.equals(TODAS) ? postos : filtrar(postos, cidade));
    }

    private static Resultado filtrar(Resultado postos, String cidade) {
        return new FiltroDePostos(false, cidade, null, null, null).aplicar(postos);
    }

    void reservar() throws IOException {
        Optional<String> servidor = conversa.servidor("De qual servidor?", false);
        if (servidor.isEmpty()) {
            return;
        }
        Resultado postos = conversa.chamar("Perguntando pelos postos…", Chamada.postos(servidor.get()));
        if (!postos.deuCerto()) {
            conversa.ambiente().relatos().recusa(postos);
            return;
        }
        Optional<JsonNode> posto = daCidade(postos)
                .flatMap(queridos -> escolher("Qual posto?", queridos.json().path("postos")));
        if (posto.isEmpty()) {
            return;
        }
        Optional<Carro> carro = conversa.carro();
        if (carro.isEmpty()) {
            return;
        }
        Optional<Boolean> soAgora = soAgora(servidor.get());
        if (soAgora.isEmpty()) {
            return;
        }
        if (soAgora.get()) {
            conversa.ambiente().saida().linha("Este servidor só reserva a partir de agora, pelo tempo da carga.");
            reservar(servidor.get(), posto.get(), carro.get(), null, null);
            return;
        }
        ZoneId fuso = Reservas.fuso(posto.get());
        Optional<Optional<OffsetDateTime>> inicio = conversa.inicio("A partir de quando", fuso);
        if (inicio.isEmpty()) {
            return;
        }
        Optional<Optional<OffsetDateTime>> fim = conversa.momento("Até quando", PELA_CARGA, fuso);
        if (fim.isEmpty()) {
            return;
        }
        reservar(
                servidor.get(),
                posto.get(),
                carro.get(),
                inicio.get().orElse(null),
                fim.get().orElse(null));
    }

    /** One that announces nothing, as the original's, would not read a window. Empty: nobody can tell, which is said. */
    private Optional<Boolean> soAgora(String servidor) {
        return conversa.pedir(Alcance.POSTOS_E_RESERVAS, "Perguntando pelos servidores…", Chamada.servidores())
                .map(resposta -> semPresenca(resposta.path("servidores"), servidor));
    }

    private static boolean semPresenca(JsonNode servidores, String servidor) {
        for (JsonNode conhecido : servidores) {
            if (conhecido.path("server_id").asText().equals(servidor)) {
                return conhecido.path("sem_presenca").asBoolean();
            }
        }
        return false;
    }

    private void reservar(String servidor, JsonNode posto, Carro carro, OffsetDateTime inicio, OffsetDateTime fim) {
        Optional<JsonNode> querido = Optional.of(posto);
        while (querido.isPresent()) {
            JsonNode este = querido.get();
            String pergunta = "Reservar o posto %s %s para %s?"
                    .formatted(TextoAlheio.de(este, "id"), TextoAlheio.de(este, "nome"), carro.placa());
            if (!conversa.perguntas().confirmar(pergunta)) {
                return;
            }
            ReservarBody pedido = new ReservarBody(
                    carro.placa(),
                    carro.modelo(),
                    carro.capacidadeBateria(),
                    carro.nivelBateriaAtual(),
                    carro.taxaDescarga(),
                    este.path("id").asInt(),
                    servidor,
                    inicio,
                    fim);
            Resultado resultado = conversa.esperar(
                    "Reservando…",
                    () -> new Reservas(conversa.ambiente())
                            .reservar(pedido, UUID.randomUUID().toString()));
            if (resultado.deuCerto()) {
                conversa.ambiente().relatos().feita(resultado);
                return;
            }
            conversa.ambiente().relatos().recusa(resultado);
            boolean outro =
                    resultado.codigo() == Codigo.POSTO_OCUPADO || resultado.codigo() == Codigo.POSTO_EM_MANUTENCAO;
            querido = outro ? escolher("Outro posto?", resultado.json().path("alternativas")) : Optional.empty();
        }
    }

    private Optional<JsonNode> escolher(String titulo, JsonNode postos) {
        List<Opcao<JsonNode>> opcoes = new ArrayList<>();
        postos.forEach(posto -> opcoes.add(new Opcao<>(texto(posto), posto)));
        return opcoes.isEmpty() ? Optional.empty() : conversa.perguntas().escolher(titulo, opcoes);
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
