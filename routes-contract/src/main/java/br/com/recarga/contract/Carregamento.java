package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A charge.
 *
 * @param id unique within its server
 * @param posto the point's name
 * @param fim absent while it goes on
 * @param energiaKwh kWh; absent while it goes on, and as long as nobody has said
 * @param precoKwh BRL per kWh, as it was at the start
 * @param custo BRL; absent as long as the energy is
 * @param prazo until when it should have ended; absent once it has
 * @param atrasado whether it goes on beyond {@code prazo}, and so since then; absent once it has ended
 * @param historico what was said of it once it had ended, the first first; absent before, and in lists
 */
@WireFormat
public record Carregamento(
        Long id,
        String serverId,
        Integer postoId,
        String posto,
        String reservaId,
        String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        Double energiaKwh,
        Double precoKwh,
        Double custo,
        OffsetDateTime prazo,
        Boolean atrasado,
        List<CarregamentoMudanca> historico) {}
