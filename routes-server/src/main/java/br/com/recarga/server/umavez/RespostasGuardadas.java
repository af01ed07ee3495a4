package br.com.recarga.server.umavez;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.Instantes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;

/**
 * Answers written in the transaction of their effect, so that a request that comes again, because its reply was lost, gets
 * the same answer and has no second effect. Refusals are kept too: a repetition that suddenly succeeded would make a
 * reservation of which its driver was told the opposite.
 */
@Service
public class RespostasGuardadas {

    /**
     * How long a request that was said not to be is refused: longer than any client waits for an answer, which is a minute at
     * most, and than clocks may differ.
     */
    static final Duration VALIDADE_DE_UMA_NEGATIVA = Duration.ofMinutes(10);

    private static final TypeReference<Resposta> RESPOSTA = new TypeReference<>() {};

    private final ServerSettings settings;
    private final Seal selo;
    private final Clock clock;

    RespostasGuardadas(ServerSettings settings, Seal selo, Clock clock) {
        this.settings = settings;
        this.selo = selo;
        this.clock = clock;
    }

    /** Parameters of {@code pedido-anterior.sql}. */
    public Map<String, Object> chave(Pedido pedido) {
        return Map.of("request_id", pedido.requestId());
    }

    /**
     * The stored answer, or a refusal if the request is not the one that was answered, or comes after somebody was told that
     * it was never made.
     */
    public Resposta repetir(Pedido pedido, RespostaGuardada guardada) {
        if (guardada.negada()) {
            return reutilizada(
                    pedido,
                    "Já se respondeu que esse pedido não foi feito, e nada foi feito: peça de novo com outro request_id");
        }
        if (!guardada.impressao().equals(impressao(pedido))) {
            return reutilizada(pedido, "Esse request_id já foi usado num pedido diferente");
        }
        return ler(pedido.requestId(), guardada);
    }

    private Resposta reutilizada(Pedido pedido, String mensagem) {
        return Resposta.erro(pedido.requestId(), settings.serverId(), Codigo.CHAVE_REUTILIZADA, mensagem);
    }

    /**
     * @param requestId that it was the answer to
     * @throws PedidoRecusado if it was closed with a key that is not beside the database any more
     */
    public Resposta ler(String requestId, RespostaGuardada guardada) {
        return selo.open(guardada.resposta(), requestId)
                .map(resposta -> ContractJson.read(resposta, RESPOSTA))
                .orElseThrow(() -> new PedidoRecusado(
                        Codigo.CHAVE_REUTILIZADA,
                        "Esse request_id já foi usado, e a resposta que recebeu não se pode mais ler"));
    }

    /** Parameters of {@code resposta-guardar.sql}. */
    public Map<String, Object> nova(Pedido pedido, Resposta resposta) {
        return Map.of(
                "request_id", pedido.requestId(),
                "impressao", impressao(pedido),
                // with a plate, and maybe a code, which have to be given back to whoever asks again, and to nobody else
                "resposta", selo.close(ContractJson.write(resposta), pedido.requestId()),
                "agora", Instantes.format(Instant.now(clock)));
    }

    /** Parameters of {@code respostas-podar.sql} and {@code viagens-canceladas-podar.sql}. */
    public Map<String, Object> poda() {
        return Map.of("antes", Instantes.format(Instant.now(clock).minus(settings.retencaoRespostas())));
    }

    /** Parameters of {@code pedidos-negados-podar.sql}. */
    public Map<String, Object> podaDosNegados() {
        return Map.of("antes", Instantes.format(Instant.now(clock).minus(VALIDADE_DE_UMA_NEGATIVA)));
    }

    /** A digest of what is asked: its kind and everything in it but who asks, and until when. */
    private String impressao(Pedido pedido) {
        ObjectNode content = ContractJson.mapper().valueToTree(pedido);
        content.remove(List.of("client_id", "prazo"));
        content.put("pedido", pedido.getClass().getSimpleName());
        try {
            return DigestUtils.sha256Hex(ContractJson.mapper().writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
