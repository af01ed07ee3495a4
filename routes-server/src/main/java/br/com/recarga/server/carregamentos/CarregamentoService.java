package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoFim;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Situacao;
import br.com.recarga.platform.erros.PedidoRecusado;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.reservas.Impedimento;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.reservas.Transicao;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The rules of a charge that are not the database's, and the words for it. */
@Service
public class CarregamentoService {

    /** A car without a reservation may begin if nobody else is expected for that long. */
    static final Duration FOLGA = Duration.ofMinutes(15);

    private final ServerSettings settings;
    private final Janelas janelas;
    private final Clock clock;

    CarregamentoService(ServerSettings settings, Janelas janelas, Clock clock) {
        this.settings = settings;
        this.janelas = janelas;
        this.clock = clock;
    }

    /** The arrival that the charge begins with. */
    public Transicao chegada(CarregamentoInicio inicio) {
        return new Transicao(inicio.reservaId(), null, false, Situacao.EM_ANDAMENTO, Autor.OPERADOR, null);
    }

    /** The departure that the charge ends with. */
    public Transicao partida(CarregamentoRegistro carregamento) {
        return new Transicao(carregamento.reservaId(), null, false, Situacao.CONCLUIDA, Autor.OPERADOR, null);
    }

    /**
     * @param reserva as it is after the attempt to arrive; null if there is none
     * @throws PedidoRecusado if its car cannot charge at this point now
     */
    public void exigirChegada(int postoId, CarregamentoInicio inicio, ReservaRegistro reserva) {
        if (reserva == null || reserva.postoId() != postoId) {
            throw new PedidoRecusado(
                    Codigo.RESERVA_INEXISTENTE, "Não há reserva com esse número no posto %d".formatted(postoId));
        }
        if (inicio.placa() != null && !inicio.placa().equals(reserva.placa())) {
            throw PedidoRecusado.campo("placa", "não é a da reserva");
        }
        if (reserva.situacao() == Situacao.EXPIRADA) {
            throw new PedidoRecusado(Codigo.RESERVA_EXPIRADA, "A reserva expirou: o carro não chegou a tempo");
        }
        if (reserva.situacao() == Situacao.CONFIRMADA) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA,
                    "A reserva só começa em %s".formatted(janelas.porExtenso(Instantes.parse(reserva.inicio()))));
        }
        if (reserva.situacao() != Situacao.EM_ANDAMENTO) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA,
                    "A reserva está %s e não pode ser iniciada agora"
                            .formatted(reserva.situacao().porExtenso()));
        }
    }

    /** Parameters of every statement about the beginning of a charge. */
    public Map<String, Object> inicio(int postoId, String reservaId, String placa) {
        Instant agora = Instant.now(clock);
        Map<String, Object> parametros = new HashMap<>(new JanelaDefinida(agora, agora.plus(FOLGA)).parametros(agora));
        parametros.put("posto_id", postoId);
        parametros.put("reserva_id", reservaId);
        parametros.put("viagem_id", null);
        parametros.put("request_id", null);
        parametros.put("placa", placa);
        return parametros;
    }

    /** @throws PedidoRecusado if the car without a reservation does not say who it is */
    public void exigirPlaca(CarregamentoInicio inicio) {
        if (inicio.reservaId() == null && inicio.placa() == null) {
            throw PedidoRecusado.campo("placa", "é obrigatória sem reserva_id");
        }
    }

    /** @param impedimento null if the point is not there */
    public PedidoRecusado naoIniciado(int postoId, Impedimento impedimento) {
        if (impedimento == null) {
            return new PedidoRecusado(
                    Codigo.POSTO_INEXISTENTE,
                    "O posto %d não existe no servidor %s".formatted(postoId, settings.serverId()));
        }
        if (impedimento.emManutencao()) {
            return new PedidoRecusado(Codigo.POSTO_EM_MANUTENCAO, "O posto %d está em manutenção".formatted(postoId));
        }
        if (impedimento.desligado()) {
            return new PedidoRecusado(Codigo.POSTO_OCUPADO, "O posto %d está desligado".formatted(postoId));
        }
        return new PedidoRecusado(
                Codigo.POSTO_OCUPADO, "O posto %d está ocupado, ou reservado para logo".formatted(postoId));
    }

    /** Another charge goes on at the reserved point. */
    public PedidoRecusado ocupado(int postoId) {
        return new PedidoRecusado(Codigo.POSTO_OCUPADO, "Outro carro ainda carrega no posto %d".formatted(postoId));
    }

    /** Parameters of {@code carregamento-buscar.sql}. */
    public Map<String, Object> procurado(int postoId, int carregamentoId) {
        return Map.of("posto_id", postoId, "carregamento_id", carregamentoId);
    }

    /**
     * @param carregamento null if there is none
     * @throws PedidoRecusado if there is none
     */
    public void exigir(CarregamentoRegistro carregamento) {
        if (carregamento == null) {
            throw new PedidoRecusado(
                    Codigo.CARREGAMENTO_INEXISTENTE, "Não há carregamento com esse número nesse posto");
        }
    }

    /**
     * Whether the charge has ended already, with the same energy.
     *
     * @throws PedidoRecusado if it has ended with another
     */
    public boolean jaFinalizado(CarregamentoRegistro carregamento, CarregamentoFim fim) {
        if (carregamento.fim() == null) {
            return false;
        }
        if (!carregamento.energiaKwh().equals(fim.energiaKwh())) {
            throw new PedidoRecusado(Codigo.TRANSICAO_INVALIDA, "O carregamento já terminou, com outra energia");
        }
        return true;
    }

    /** Parameters of {@code carregamento-finalizar.sql}; the cost in cents, as decimals and not as a computer has them. */
    public Map<String, Object> fim(CarregamentoRegistro carregamento, CarregamentoFim fim) {
        BigDecimal custo = BigDecimal.valueOf(fim.energiaKwh())
                .multiply(BigDecimal.valueOf(carregamento.precoKwh()))
                .setScale(2, RoundingMode.HALF_UP);
        return Map.of(
                "carregamento_id", carregamento.id(),
                "agora", Instantes.format(Instant.now(clock)),
                "energia_kwh", fim.energiaKwh(),
                "custo", custo.doubleValue());
    }

    public Carregamento mostrar(CarregamentoRegistro row) {
        return new Carregamento(
                row.id(),
                settings.serverId(),
                row.postoId(),
                row.reservaId(),
                row.placa(),
                janelas.local(row.inicio()),
                row.fim() == null ? null : janelas.local(row.fim()),
                row.energiaKwh(),
                row.precoKwh(),
                row.custo());
    }
}
