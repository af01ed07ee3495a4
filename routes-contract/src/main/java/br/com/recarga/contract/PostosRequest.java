package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * Asks a server for its charging points.
 *
 * @param disponivel only points that are free (or not) in the window; absent: all
 * @param tipoConector only points with this connector, a {@link Conector} in any of its spellings; absent: all
 * @param agenda true: each point says when it is taken in the days to come ({@link Posto#ocupado()}), for whoever plans
 * @param versao of the list that the asker still has, as {@link PostosResponse} said it; if it is still the same, the points are
 *     not said again. Absent: the asker has none
 * @param depoisDe only points with a larger id, and of them no more than one message holds: the asker understands a list in parts
 *     ({@link PostosResponse#continuaDepoisDe()}), and {@code versao} is that of the part. Absent: the whole list
 * @param inicio with {@code fim}: the window in which {@code disponivel} is decided; absent: now
 */
@WireFormat
@JanelaCoerente
public record PostosRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        Boolean disponivel,
        @ConectorConhecido String tipoConector,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        Boolean agenda,
        @Identificador String versao,
        @DecimalMin("0") Integer depoisDe,
        OffsetDateTime prazo)
        implements Pedido, Janela {
    public PostosRequest {
        tipoConector = Conector.normalizar(tipoConector);
    }

    /** For all its points, as they are now, from the first part on. */
    public static PostosRequest deTodos(String requestId, String clientId, String serverId, Boolean agenda) {
        return new PostosRequest(requestId, clientId, serverId, null, null, null, null, agenda, null, 0, null);
    }

    @Override
    public PostosRequest comPrazo(OffsetDateTime prazo) {
        return new PostosRequest(
                requestId, clientId, serverId, disponivel, tipoConector, inicio, fim, agenda, versao, depoisDe, prazo);
    }

    /** The same of somebody who still has a list. */
    public PostosRequest comVersao(String versao) {
        return new PostosRequest(
                requestId, clientId, serverId, disponivel, tipoConector, inicio, fim, agenda, versao, depoisDe, prazo);
    }

    /** The same of somebody who has heard the points up to this one. */
    public PostosRequest comDepoisDe(String requestId, int depoisDe) {
        return new PostosRequest(
                requestId, clientId, serverId, disponivel, tipoConector, inicio, fim, agenda, null, depoisDe, prazo);
    }

    /** Whether it asks for all points as they are now, and not for some or for another time. */
    public boolean deTodosAgora() {
        return disponivel == null && tipoConector == null && inicio == null && fim == null;
    }
}
