package br.com.recarga.server.privacidade;

import br.com.recarga.contract.CarroGuardado;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.DadosPessoais;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.carregamentos.CarregamentoRegistro;
import br.com.recarga.server.carregamentos.CarregamentoService;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.reservas.ConsultaService;
import br.com.recarga.server.reservas.ImpressaoDoCodigo;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.umavez.Quem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Who may see and take away what is kept of a plate. The operator all of it; a driver, who proves that he is one by a code, what
 * belongs to the reservation with that code: a car is lent and sold, and a code of long ago must not tell where it is now.
 */
@Service
@EnableConfigurationProperties(PrivacidadeSettings.class)
public class PrivacidadeService {

    private final ServerSettings settings;
    private final PrivacidadeSettings privacidade;
    private final ConsultaService consultas;
    private final CarregamentoService carregamentos;
    private final Clock clock;

    PrivacidadeService(
            ServerSettings settings,
            PrivacidadeSettings privacidade,
            ConsultaService consultas,
            CarregamentoService carregamentos,
            Clock clock) {
        this.settings = settings;
        this.privacidade = privacidade;
        this.consultas = consultas;
        this.carregamentos = carregamentos;
        this.clock = clock;
    }

    /** Parameters of all {@code dados-*.sql} that are of one plate. */
    public Map<String, Object> parametros(DadosDaPlaca pedido, Quem quem) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("placa", pedido.placa());
        parametros.put("exige_codigo", !quem.ehOperador());
        parametros.put("codigo_reserva", ImpressaoDoCodigo.de(pedido.codigo()));
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    /** Parameters of {@code dados-antigos-anonimizar.sql} and {@code dados-antigos-anonimizar-avulsos.sql}. */
    public Map<String, Object> antigos() {
        return Map.of("antes", Instantes.format(Instant.now(clock).minus(privacidade.retencaoPessoal())));
    }

    /**
     * @param carro null if the caller may not see it, or there is none
     * @throws PedidoRecusado as if there were nothing, if a driver shows no code of a reservation of this plate
     */
    public DadosPessoais exportados(
            DadosDaPlaca pedido,
            Quem quem,
            CarroGuardado carro,
            List<ReservaRegistro> reservas,
            List<CarregamentoRegistro> carregados) {
        if (!quem.ehOperador() && reservas.isEmpty()) {
            throw inexistente();
        }
        return new DadosPessoais(
                settings.serverId(),
                pedido.placa(),
                carro,
                consultas.mostrar(reservas),
                carregados.stream().map(carregamentos::mostrar).toList());
    }

    /**
     * @param mudadas how many reservations and charges tell nothing of a person any more
     * @param emAberto how many are not over
     * @throws PedidoRecusado if something is not over, or a driver shows no code of a reservation of this plate
     */
    public Resposta anonimizados(Quem quem, int mudadas, long emAberto) {
        if (emAberto > 0) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA,
                    "Há reservas ou carregamentos que não terminaram: cancele-os ou termine-os antes");
        }
        if (mudadas == 0 && !quem.ehOperador()) {
            throw inexistente();
        }
        return Resposta.de(
                        null,
                        settings.serverId(),
                        Codigo.OK,
                        mudadas == 0
                                ? "Nada se guarda dessa placa"
                                : "Os dados pessoais foram apagados; o que fica só conta na ocupação e no faturamento")
                .build();
    }

    private static PedidoRecusado inexistente() {
        return new PedidoRecusado(Codigo.RESERVA_INEXISTENTE, "Não há reserva com essa placa e esse código");
    }
}
