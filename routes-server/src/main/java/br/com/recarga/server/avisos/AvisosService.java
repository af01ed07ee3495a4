package br.com.recarga.server.avisos;

import br.com.recarga.contract.AlertaBateria;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.config.PresencaSettings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** On which topics a client and a car are told something: who listens on which kind, a server does not know. */
@Service
public class AvisosService {

    private final PresencaSettings settings;

    AvisosService(PresencaSettings settings) {
        this.settings = settings;
    }

    /** To the client that made a reservation. */
    public List<Aviso> aoCliente(String clientId, ReservaEvento evento) {
        return em(Topics.reservaEvento(clientId), Topics.evento(clientId, evento.serverId()), evento);
    }

    /** To the car whose battery is low. */
    public List<Aviso> aoCarro(AlertaBateria alerta) {
        return em(Topics.alerta(alerta.placa()), Topics.alerta(alerta.placa(), alerta.serverId()), alerta);
    }

    private List<Aviso> em(String compartilhado, String proprio, Object corpo) {
        Stream<String> shared = settings.usa(Topicos.COMPARTILHADOS) ? Stream.of(compartilhado) : Stream.empty();
        return Stream.concat(shared, Stream.of(proprio))
                .map(topico -> new Aviso(topico, corpo))
                .toList();
    }
}
