package br.com.recarga.client.viagens;

import br.com.recarga.contract.SituacaoViagem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * The trips that somebody in this process is trying to reserve. Between two attempts the row of a trip says refused, which is
 * true until the next one begins, but nobody may be told so: a refusal is an end. If the process is killed there, the refusal
 * stands, as nobody will try again.
 */
@Service
class Tentativas {

    private final Set<String> emCurso = ConcurrentHashMap.newKeySet();

    void comecar(String viagemId) {
        emCurso.add(viagemId);
    }

    void acabar(String viagemId) {
        emCurso.remove(viagemId);
    }

    /**
     * The trip as it may be told.
     *
     * @param viagem null if there is none
     */
    ViagemRegistro contada(ViagemRegistro viagem) {
        return viagem != null && viagem.situacao() == SituacaoViagem.RECUSADA && emCurso.contains(viagem.viagemId())
                ? viagem.emAndamento()
                : viagem;
    }
}
