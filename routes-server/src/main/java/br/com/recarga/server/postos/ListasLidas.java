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

    /**
     * In bytes of JSON: with what is around it, a part is no larger than the 1 MiB that brokers take and clients believe. So many
     * points hardly ever need as much.
     */
    private static final int MAXIMO_DE_UMA_PARTE = 900 * 1024;

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
     * @param parametros of {@code postos-listar.sql}
     * @param emPartes whether not all points are asked for at once
     */
    record Pergunta(
            long mudancas,
            Map<String, Object> parametros,
            Boolean disponivel,
            String tipoConector,
            Boolean agenda,
            boolean emPartes) {

        static Pergunta de(PostosRequest pedido, long mudancas, Map<String, Object> parametros) {
            return new Pergunta(
                    mudancas,
                    parametros,
                    pedido.disponivel(),
                    pedido.tipoConector(),
                    pedido.agenda(),
                    pedido.depoisDe() != null);
        }
    }

    /**
     * Points as drivers see them.
     *
     * @param continuaDepoisDe null: these are the last
     */
    record Lista(String versao, List<Posto> postos, Integer continuaDepoisDe) {}

    /** @return null: it is to be read now */
    Lista lida(Pergunta pergunta) {
        return lidas.getIfPresent(pergunta);
    }

    /**
     * Keeps what was read, for those who ask the same in this second.
     *
     * @param continuaDepoisDe the last point of the part that was read, shown or not; null: there is none after it
     */
    Lista guardar(Pergunta pergunta, List<Posto> postos, Integer continuaDepoisDe) {
        byte[] json = json(postos);
        Lista lista = pergunta.emPartes() && json.length > MAXIMO_DE_UMA_PARTE
                ? cortada(postos, continuaDepoisDe)
                : new Lista(versao(json), postos, continuaDepoisDe);
        lidas.put(pergunta, lista);
        return lista;
    }

    /** As many of them as fit into a part, one at least. */
    private static Lista cortada(List<Posto> postos, Integer continuaDepoisDe) {
        int cabem = 0;
        for (long bytes = 0; cabem < postos.size(); cabem++) {
            bytes += json(postos.get(cabem)).length + 1;
            if (cabem > 0 && bytes > MAXIMO_DE_UMA_PARTE) {
                break;
            }
        }
        List<Posto> parte = postos.subList(0, cabem);
        return new Lista(
                versao(json(parte)),
                parte,
                cabem == postos.size()
                        ? continuaDepoisDe
                        : postos.get(cabem - 1).id());
    }

    /** The points, unless who asks says that he still has them. */
    PostosResponse responder(PostosRequest pedido, Lista lista) {
        return new PostosResponse(
                pedido.requestId(),
                settings.serverId(),
                lista.versao(),
                lista.versao().equals(pedido.versao()) ? null : lista.postos(),
                lista.continuaDepoisDe());
    }

    private static String versao(byte[] json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(DigestUtils.sha256(json), BYTES_DA_VERSAO));
    }

    private static byte[] json(Object postos) {
        try {
            return ContractJson.mapper().writeValueAsBytes(postos);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
