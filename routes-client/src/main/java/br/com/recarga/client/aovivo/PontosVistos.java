package br.com.recarga.client.aovivo;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PontoStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** The last word of every point, to tell what is news from what the broker only says again. */
@Service
class PontosVistos {

    /** How many are remembered. */
    static final int MAXIMO = 50_000;

    private final Map<String, PontoStatus> porTopico = new ConcurrentHashMap<>();

    /**
     * Whether this is news: not the state that was heard last, and not the first that is heard of a point because the
     * broker had kept it, as it does for everybody who subscribes.
     *
     * @throws PedidoRecusado if {@value #MAXIMO} others are remembered; nobody has that many, so somebody makes them up
     */
    boolean novidade(String topico, PontoStatus status, boolean guardada) {
        if (porTopico.size() >= MAXIMO && !porTopico.containsKey(topico)) {
            throw new PedidoRecusado(Codigo.LIMITE_EXCEDIDO, "Anunciaram-se postos demais");
        }
        PontoStatus antes = porTopico.put(topico, status);
        return antes == null ? !guardada : !igual(antes, status);
    }

    void esquecer(String topico) {
        porTopico.remove(topico);
    }

    private static boolean igual(PontoStatus antes, PontoStatus agora) {
        return antes.disponivel().equals(agora.disponivel())
                && antes.emManutencao().equals(agora.emManutencao());
    }
}
