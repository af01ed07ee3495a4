package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.SituacaoViagem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * When it is certain what became of a trip at every server.
 *
 * <p>Certain is what a server has answered. Of a server that never answers, one thing is certain all the same: what it only
 * holds for a trip that was never decided lapses by itself. So a trip that is being undone need not wait for it for ever:
 *
 * <ul>
 *   <li>Nothing but a confirmation keeps a hold from lapsing. None was ever sent: the decision is on the disk before the first
 *       one is published, and a saga that was abandoned without it cannot be decided any more. One that was decided and then
 *       given up is not closed by the clock, nor is what the driver cancels: those stops may be certain, and are to be
 *       cancelled for sure.
 *   <li>A hold of which the server has heard lapses at {@code expira_em}, and by the contract 10 min after it was made at the
 *       latest, however wrong the server's clock is. It cannot have been made later than the deadline of the question, as
 *       the message expires at the broker, and the hold is longer than two such deadlines.
 *   <li>A hold that lay longer on its way (in the buffers of a server that stood still, or at a broker that knows no expiry)
 *       is refused after {@code expira_em}: late holds need no tombstone then. Only here the clocks have to agree, to within
 *       {@link #MARGEM}.
 * </ul>
 */
@Service
public class CertezaService {

    /** By how much the clocks of client and servers may differ; also the longest that a server holds anything. */
    static final Duration MARGEM = Duration.ofMinutes(10);

    private final ClientSettings settings;
    private final Clock clock;

    CertezaService(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The servers that did not answer, or could not do it now, in order. */
    Set<String> faltam(Respostas respostas) {
        Set<String> faltam = new TreeSet<>(respostas.caladas().keySet());
        respostas.ouvidas().forEach((serverId, reply) -> {
            if (Codigo.da(reply) != Codigo.OK) {
                faltam.add(serverId);
            }
        });
        return faltam;
    }

    /**
     * Whether nothing can be left of the attempt at any server, whatever it answers.
     *
     * @param decidida whether it was ever decided to confirm the attempt
     */
    boolean caducou(ViagemRegistro viagem, boolean decidida) {
        Instant gone = viagem.alteradaEm().plus(settings.preReserva()).plus(MARGEM);
        return !decidida
                && viagem.situacao() == SituacaoViagem.EM_ANDAMENTO
                && Instant.now(clock).isAfter(gone);
    }
}
