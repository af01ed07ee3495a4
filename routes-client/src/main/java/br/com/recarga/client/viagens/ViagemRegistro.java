package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.ViagemBody;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A trip as far as it is known; {@link LinhaDaViagem} is how it is stored.
 *
 * @param codigoReserva null if it was stored with a key that is not there any more: then nobody has it
 * @param pedido what the driver asked for; without its car, if that was stored with such a key
 * @param tentativa counts from 1; each has its own name at the servers, so that what is left of one cannot meet the next
 * @param paradas what is known of each stop, in the order of the journey
 * @param aguardando the servers without whose answer it is not certain; null: none
 * @param alteradaEm not before the attempt began, and not long after its stops were held
 */
public record ViagemRegistro(
        String viagemId,
        String codigoReserva,
        String requestId,
        ViagemBody pedido,
        int tentativa,
        SituacaoViagem situacao,
        List<ParadaResposta> paradas,
        List<String> aguardando,
        Instant alteradaEm) {

    /** What servers know the trip by; begins with its id, so that it can be followed through all logs. */
    String tentativaId() {
        return viagemId + "." + tentativa;
    }

    boolean primeiraTentativa() {
        return tentativa == 1;
    }

    /**
     * What the hold of the attempt is asked by. It follows from the driver's key and not from the trip: with one key used at two
     * clients, each of which knows only its own trips, a server hears two different requests with one id, and refuses the
     * second. A digest, as everybody on the broker sees it.
     */
    String chaveDaPreReserva() {
        return DigestUtils.sha256Hex(requestId) + "." + tentativa + "/pre";
    }

    /** The ids of its servers, in order. */
    List<String> servidores() {
        return pedido.paradas().stream()
                .map(ParadaDaViagem::serverId)
                .distinct()
                .sorted()
                .toList();
    }

    /** The attempt after this one. */
    ViagemRegistro proximaTentativa() {
        return com(tentativa + 1, SituacaoViagem.EM_ANDAMENTO, paradas);
    }

    /** The same before its end is known. */
    ViagemRegistro emAndamento() {
        return com(tentativa, SituacaoViagem.EM_ANDAMENTO, paradas);
    }

    /** With what the servers have now said of its stops. */
    ViagemRegistro com(Respostas respostas) {
        return com(tentativa, situacao, ParadasConhecidas.depoisDe(respostas, this));
    }

    /** Undone: of a refused trip the reasons stay, of a cancelled one the stops change. */
    ViagemRegistro desfeita(Respostas respostas) {
        return situacao == SituacaoViagem.CANCELANDO
                ? com(respostas)
                : com(tentativa, situacao, ParadasConhecidas.soltas(paradas));
    }

    private ViagemRegistro com(int outraTentativa, SituacaoViagem outraSituacao, List<ParadaResposta> conhecidas) {
        return new ViagemRegistro(
                viagemId,
                codigoReserva,
                requestId,
                pedido,
                outraTentativa,
                outraSituacao,
                conhecidas,
                aguardando,
                alteradaEm);
    }
}
