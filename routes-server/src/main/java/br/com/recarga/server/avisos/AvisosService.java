package br.com.recarga.server.avisos;

import br.com.recarga.contract.AlertaBateria;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.config.PresencaSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** On which topics a client and a car are told something: who listens on which kind, a server does not know. */
@Service
public class AvisosService {

    private final PresencaSettings settings;
    private final MeterRegistry meters;

    AvisosService(PresencaSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** To the client that made a reservation. */
    public List<Aviso> aoCliente(String clientId, ReservaEvento evento) {
        Counter.builder("recarga.avisos")
                .description("O que o operador ou o relógio fez de reservas: caducadas, sem carro, canceladas")
                .tags("situacao", evento.situacao().name(), "por", evento.por().name())
                .register(meters)
                .increment();
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
