package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.CancelamentoRequestBuilder;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PreReservaRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is asked of the servers of a trip: one message to each. */
@Service
class PedidosDaViagem {

    private final ClientSettings settings;
    private final Clock clock;

    PedidosDaViagem(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** In the order of the servers' ids. */
    List<PreReservaRequest> preReservas(ViagemRegistro viagem) {
        Map<String, List<Parada>> porServidor = new TreeMap<>(viagem.pedido().paradas().stream()
                .collect(Collectors.groupingBy(
                        ParadaDaViagem::serverId,
                        Collectors.mapping(
                                parada -> new Parada(parada.postoId(), parada.inicio(), parada.fim()),
                                Collectors.toList()))));
        Instant expira = Instant.now(clock).plus(settings.preReserva());
        return porServidor.entrySet().stream()
                .map(servidor -> new PreReservaRequest(
                        viagem.chaveDaPreReserva(),
                        settings.clientId(),
                        servidor.getKey(),
                        viagem.pedido().carro(),
                        viagem.tentativaId(),
                        expira.atOffset(ZoneOffset.UTC),
                        servidor.getValue(),
                        null))
                .toList();
    }

    List<ConfirmacaoRequest> confirmacoes(ViagemRegistro viagem) {
        return viagem.servidores().stream()
                .map(serverId -> new ConfirmacaoRequest(
                        viagem.tentativaId() + "/conf", settings.clientId(), serverId, viagem.tentativaId()))
                .toList();
    }

    List<CancelamentoRequest> cancelamentos(ViagemRegistro viagem) {
        return viagem.servidores().stream()
                .map(serverId -> CancelamentoRequestBuilder.builder()
                        .requestId(viagem.tentativaId() + "/canc")
                        .clientId(settings.clientId())
                        .serverId(serverId)
                        .viagemId(viagem.tentativaId())
                        .build())
                .toList();
    }
}
