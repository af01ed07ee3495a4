package br.com.recarga.contract;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What became of one stop.
 *
 * @param reservaId absent if it is not reserved
 * @param situacao of the reservation; of a stop that was refused, {@link Situacao#PRE_RESERVADA} if the point is only held
 *     for another trip and may be free in a moment
 * @param codigo why it is not; {@link Codigo#OK} if it could have been
 * @param alternativas with {@link Codigo#POSTO_OCUPADO} and {@link Codigo#POSTO_EM_MANUTENCAO}: free points of the same
 *     server and window, nearest first
 * @param erros with {@link Codigo#DADOS_INVALIDOS}: what of the stop is wrong
 */
@WireFormat
@RecordBuilder
public record ParadaResposta(
        String serverId,
        Integer postoId,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        String reservaId,
        Situacao situacao,
        Codigo codigo,
        String mensagem,
        List<Posto> alternativas,
        List<ErroCampo> erros)
        implements ParadaRespostaBuilder.With {

    /** The same, with nothing reserved, and why. */
    public ParadaResposta semReserva(Codigo porque, String outraMensagem) {
        return with(sem -> sem.reservaId(null).situacao(null).codigo(porque).mensagem(outraMensagem));
    }
}
