package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.Plano.Criterio;
import br.com.recarga.terminal.acoes.Viagens;
import br.com.recarga.terminal.rotas.Resultado;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "reservar",
        description = {
            "Reserva todas as paradas de um plano, ou nenhuma, e espera até que isso seja certo.",
            "Com --de e --para planeja antes; com --plano reserva um plano guardado (viagem planejar --json)."
        })
final class ViagemReservarCommand extends Comando {

    private static final String ENTRADA = "-";

    @Mixin
    TrajetoOpcoes trajeto;

    @Mixin
    CarroOpcoes carro;

    @Option(names = "--plano", paramLabel = "ARQUIVO", description = "um plano em JSON; - é a entrada padrão")
    String arquivo;

    @Option(
            names = "--criterio",
            paramLabel = "QUAL",
            description = "do plano: ${COMPLETION-CANDIDATES}; sem alternativa melhor nisso, o mais rápido")
    Criterio criterio = Criterio.MENOR_TEMPO;

    @Option(
            names = "--chave",
            paramLabel = "TEXTO",
            description = "torna-se o request_id: repetir o pedido com a mesma chave e o mesmo plano dá a mesma viagem")
    String chave = UUID.randomUUID().toString();

    @Override
    public Integer call() throws IOException {
        Viagens viagens = new Viagens(ambiente());
        Carro dele = carro.carro(ambiente().memoria());
        JsonNode plano;
        if (arquivo != null) {
            plano = ler();
        } else {
            Resultado planejado = viagens.planejar(trajeto.pedido(dele));
            if (!planejado.deuCerto()) {
                return responder(planejado, ambiente().relatos()::plano);
            }
            plano = planejado.json();
            if (!plano.path("viavel").asBoolean()) {
                responder(planejado, ambiente().relatos()::plano);
                return CodigoDeSaida.RECUSADO;
            }
        }
        JsonNode escolhido = escolhido(plano);
        if (escolhido.path("paradas").isEmpty()) {
            ambiente().saida().aviso("Não há o que reservar: a bateria basta, sem paradas.");
            if (comuns.json) {
                ambiente().saida().json(plano);
            }
            return CodigoDeSaida.FEITO;
        }
        Resultado resultado =
                viagens.reservar(dele, paradas(escolhido), trajeto.de, trajeto.para, chave, this::aindaIncerta);
        return responder(resultado, ambiente().relatos()::viagem);
    }

    private JsonNode escolhido(JsonNode plano) {
        return plano.path("alternativas")
                .valueStream()
                .filter(outro -> outro.path("criterio").asText().equals(criterio.name()))
                .findFirst()
                .orElse(plano);
    }

    private List<ParadaDaViagem> paradas(JsonNode escolhido) {
        try {
            return Viagens.paradas(escolhido);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Não se entende o plano: paradas%s não é como viagem planejar --json o escreve"
                            .formatted(e.getCause() instanceof JsonMappingException falha ? onde(falha) : ""));
        }
    }

    private static String onde(JsonMappingException falha) {
        return falha.getPath().stream()
                .map(passo -> passo.getFieldName() == null ? "[" + passo.getIndex() + "]" : "." + passo.getFieldName())
                .collect(Collectors.joining());
    }

    private JsonNode ler() throws IOException {
        try (InputStream json = arquivo.equals(ENTRADA) ? System.in : Files.newInputStream(Path.of(arquivo))) {
            JsonNode plano = ContractJson.mapper().readTree(json);
            if (plano.path("paradas").isArray()) {
                return plano;
            }
        } catch (JsonProcessingException e) {
            // the same as another JSON
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "Não se pode ler o plano em " + arquivo);
        }
        throw new ParameterException(spec.commandLine(), "Não há um plano em JSON em " + arquivo);
    }
}
