package br.com.recarga.server.postos;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.server.config.ServerSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;

/**
 * Lists that were read in this second. What they depend on is the second, as instants are whole ones here, and what the
 * database counts: many who ask in the same second are answered by what one of them has read, and none with what was before
 * something was written.
 */
@Service
class ListasLidas {

    private static final Duration SEGUNDO = Duration.ofSeconds(1);

    /** Questions that differ; what is forgotten is read again. */
    private static final int PERGUNTAS = 32;

    /** 128 bits of a digest: two lists do not share them by chance. */
    private static final int BYTES_DA_VERSAO = 16;

    private final ServerSettings settings;
    private final Cache<Pergunta, Lista> lidas = Caffeine.newBuilder()
            .maximumSize(PERGUNTAS)
            .expireAfterWrite(SEGUNDO)
            .build();

    ListasLidas(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * What is asked for, by whomever.
     *
     * @param mudancas how often what a point is to others may have changed by now
     * @param janela parameters of {@code postos-listar.sql}
     */
    record Pergunta(
            long mudancas, Map<String, Object> janela, Boolean disponivel, String tipoConector, Boolean agenda) {

        static Pergunta de(PostosRequest pedido, long mudancas, Map<String, Object> janela) {
            return new Pergunta(mudancas, janela, pedido.disponivel(), pedido.tipoConector(), pedido.agenda());
        }
    }

    /** Points as drivers see them. */
    record Lista(String versao, List<Posto> postos) {}

    /** @return null: it is to be read now */
    Lista lida(Pergunta pergunta) {
        return lidas.getIfPresent(pergunta);
    }

    /** Keeps what was read, for those who ask the same in this second. */
    Lista guardar(Pergunta pergunta, List<Posto> postos) {
        Lista lista = new Lista(versao(postos), postos);
        lidas.put(pergunta, lista);
        return lista;
    }

    /** The points, unless who asks says that he still has them. */
    PostosResponse responder(PostosRequest pedido, Lista lista) {
        return new PostosResponse(
                pedido.requestId(),
                settings.serverId(),
                lista.versao(),
                lista.versao().equals(pedido.versao()) ? null : lista.postos());
    }

    private static String versao(List<Posto> postos) {
        try {
            byte[] digest = DigestUtils.sha256(ContractJson.mapper().writeValueAsBytes(postos));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES_DA_VERSAO));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
