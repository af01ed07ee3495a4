package br.com.recarga.server.reservas;

import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ReservasPagina;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.PeriodoAberto;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What an operator sees of all reservations. */
@Service
public class ListagemService {

    private final ServerSettings settings;
    private final ConsultaService consultas;
    private final Clock clock;

    ListagemService(ServerSettings settings, ConsultaService consultas, Clock clock) {
        this.settings = settings;
        this.consultas = consultas;
        this.clock = clock;
    }

    /**
     * Parameters of {@code reservas-filtrar.sql} and {@code reservas-contar.sql}.
     *
     * @throws PedidoRecusado if the period ends before it begins
     */
    public Map<String, Object> parametros(FiltroDeReservas filtro) {
        Map<String, Object> parametros = new PeriodoAberto(filtro.de(), filtro.ate()).parametros();
        parametros.put("posto_id", filtro.postoId());
        parametros.put("placa", filtro.placa());
        parametros.put(
                "situacao", filtro.situacao() == null ? null : filtro.situacao().name());
        parametros.put("limite", filtro.limite());
        parametros.put("deslocamento", filtro.deslocamento());
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    public ReservasPagina pagina(FiltroDeReservas filtro, List<ReservaRegistro> reservas, long total) {
        return new ReservasPagina(
                settings.serverId(),
                reservas.stream().map(row -> consultas.mostrar(row, null)).toList(),
                total,
                filtro.limite(),
                filtro.deslocamento());
    }
}
