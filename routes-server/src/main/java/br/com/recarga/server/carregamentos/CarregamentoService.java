package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoCorrecao;
import br.com.recarga.contract.CarregamentoFim;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.CarregamentoMudanca;
import br.com.recarga.contract.CarregamentosPagina;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ReservaId;
import br.com.recarga.contract.Situacao;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.PeriodoAberto;
import br.com.recarga.server.reservas.Impedimento;
import br.com.recarga.server.reservas.MudancaService;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.reservas.Transicao;
import br.com.recarga.server.umavez.Quem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The rules of a charge that are not the database's, and the words for it. */
@Service
public class CarregamentoService {

    /** A car without a reservation may begin if nobody else is expected for that long. */
    static final Duration FOLGA = Duration.ofMinutes(15);

    private final ServerSettings settings;
    private final HoraDoLugar horas;
    private final Clock clock;

    CarregamentoService(ServerSettings settings, HoraDoLugar horas, Clock clock) {
        this.settings = settings;
        this.horas = horas;
        this.clock = clock;
    }

    /** The arrival that the charge begins with. */
    public Transicao chegada(CarregamentoInicio inicio, Quem quem) {
        return new Transicao(inicio.reservaId(), null, false, Situacao.EM_ANDAMENTO, quem, null);
    }

    /** The departure that the charge ends with. */
    public Transicao partida(CarregamentoRegistro carregamento, Quem quem) {
        return new Transicao(carregamento.reservaId(), null, false, Situacao.CONCLUIDA, quem, null);
    }

    /**
     * That the reservation is one whose car may be there now; whether it charges or waits is another question.
     *
     * @param postoId null: the caller does not say
     * @param reserva as it is after the attempt to arrive; null if there is none
     * @throws PedidoRecusado if its car cannot be there now
     */
    public void exigirChegada(Integer postoId, CarregamentoInicio inicio, ReservaRegistro reserva) {
        if (reserva == null || postoId != null && reserva.postoId() != postoId) {
            throw new PedidoRecusado(
                    Codigo.RESERVA_INEXISTENTE,
                    postoId == null
                            ? "Não há reserva com esse número"
                            : "Não há reserva com esse número no posto %d".formatted(postoId));
        }
        if (inicio.placa() != null && !inicio.placa().equals(reserva.placa())) {
            throw PedidoRecusado.campo("placa", "não é a da reserva");
        }
        if (reserva.situacao() == Situacao.EXPIRADA) {
            throw new PedidoRecusado(Codigo.RESERVA_EXPIRADA, reserva.porqueExpirou());
        }
        if (reserva.situacao() == Situacao.CONFIRMADA) {
            exigirHora(reserva);
        } else if (reserva.situacao() != Situacao.EM_ANDAMENTO) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA,
                    "A reserva está %s e não pode ser iniciada agora"
                            .formatted(reserva.situacao().porExtenso()));
        }
    }

    private void exigirHora(ReservaRegistro reserva) {
        Instant inicio = Instantes.parse(reserva.inicio());
        if (inicio.isAfter(Instant.now(clock).plus(settings.tolerancia()))) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA,
                    "A reserva só começa em %s".formatted(HoraDoLugar.porExtenso(inicio, horas.fuso(reserva.lugar()))));
        }
    }

    /** Parameters of every statement about the beginning of a charge. */
    public Map<String, Object> inicio(int postoId, String reservaId, String placa, Quem quem) {
        Instant agora = Instant.now(clock);
        Map<String, Object> parametros = new HashMap<>(new JanelaDefinida(agora, agora.plus(FOLGA)).parametros(agora));
        parametros.put("posto_id", postoId);
        parametros.put("reserva_id", reservaId);
        parametros.put("viagem_id", null);
        parametros.put("request_id", null);
        parametros.put("placa", placa);
        quem.assinar(parametros);
        parametros.put("limite_em", Instantes.format(agora.plus(settings.limiteCarregamento())));
        return parametros;
    }

    /**
     * In which a car that cannot charge where it is would charge elsewhere.
     *
     * @param reserva null: it has not reserved
     */
    public JanelaDefinida janela(ReservaRegistro reserva) {
        Instant agora = Instant.now(clock);
        return new JanelaDefinida(agora, reserva == null ? agora.plus(FOLGA) : Instantes.parse(reserva.fim()));
    }

    /** @throws PedidoRecusado if the car without a reservation does not say who it is */
    public void exigirPlaca(CarregamentoInicio inicio) {
        if (inicio.reservaId() == null && inicio.placa() == null) {
            throw PedidoRecusado.campo("placa", "é obrigatória sem reserva_id");
        }
    }

    /** Why a car without a reservation cannot charge at this point. */
    public PedidoRecusado naoIniciado(int postoId, Impedimento impedimento) {
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
    public PedidoRecusado ocupado(ReservaRegistro reserva) {
        return new PedidoRecusado(
                Codigo.POSTO_OCUPADO,
                "Outro carro ainda carrega no posto %d. A chegada está anotada: a reserva vale até %s. %s"
                        .formatted(
                                reserva.postoId(),
                                HoraDoLugar.porExtenso(Instantes.parse(reserva.fim()), horas.fuso(reserva.lugar())),
                                MudancaService.CANCELE_ANTES));
    }

    /** A car is at one place at a time. */
    public PedidoRecusado jaCarrega(String placa, int postoId) {
        return new PedidoRecusado(
                Codigo.CARRO_JA_RESERVADO, "O carro de placa %s já carrega no posto %d".formatted(placa, postoId));
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
     * Whether the charge has ended already, and nothing new is said of it.
     *
     * @throws PedidoRecusado if it has ended with another energy
     */
    public boolean jaFinalizado(CarregamentoRegistro carregamento, CarregamentoFim fim) {
        if (carregamento.fim() == null || carregamento.energiaKwh() == null && fim.energiaKwh() != null) {
            return false;
        }
        if (fim.energiaKwh() != null && !fim.energiaKwh().equals(carregamento.energiaKwh())) {
            throw new PedidoRecusado(Codigo.TRANSICAO_INVALIDA, "O carregamento já terminou, com outra energia");
        }
        return true;
    }

    /**
     * Parameters of {@code carregamento-finalizar.sql}.
     *
     * @throws PedidoRecusado if the energy is more than can be believed, and not confirmed
     */
    public Map<String, Object> fim(CarregamentoRegistro carregamento, CarregamentoFim fim, Quem quem) {
        return energia(carregamento, fim.energiaKwh(), Boolean.TRUE.equals(fim.confirmado()), quem);
    }

    /**
     * Parameters of {@code carregamento-corrigir.sql}.
     *
     * @param carregamento null if there is none
     * @throws PedidoRecusado if there is none that has ended, or the energy is more than can be believed, and not confirmed
     */
    public Map<String, Object> correcao(CarregamentoRegistro carregamento, CarregamentoCorrecao correcao, Quem quem) {
        exigir(carregamento);
        if (carregamento.fim() == null) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA, "O carregamento ainda não terminou: não há o que corrigir");
        }
        Map<String, Object> parametros =
                energia(carregamento, correcao.energiaKwh(), Boolean.TRUE.equals(correcao.confirmado()), quem);
        parametros.put("motivo", correcao.motivo());
        return parametros;
    }

    private Map<String, Object> energia(
            CarregamentoRegistro carregamento, Double energiaKwh, boolean confirmado, Quem quem) {
        Instant agora = Instant.now(clock);
        if (energiaKwh != null && !confirmado) {
            Plausibilidade.exigir(
                    carregamento, energiaKwh, carregamento.fim() == null ? agora : Instantes.parse(carregamento.fim()));
        }
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("carregamento_id", carregamento.id());
        parametros.put("agora", Instantes.format(agora));
        quem.assinar(parametros);
        parametros.put("energia_kwh", energiaKwh);
        parametros.put("custo", custo(carregamento, energiaKwh));
        return parametros;
    }

    /** In cents, as decimals and not as a computer has them; null if the energy is. */
    private static Double custo(CarregamentoRegistro carregamento, Double energiaKwh) {
        if (energiaKwh == null) {
            return null;
        }
        return BigDecimal.valueOf(energiaKwh)
                .multiply(BigDecimal.valueOf(carregamento.precoKwh()))
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /**
     * Parameters of {@code carregamentos-filtrar.sql} and {@code carregamentos-contar.sql}.
     *
     * @throws PedidoRecusado if the period ends before it begins, or no reservation can have that number
     */
    public Map<String, Object> filtro(FiltroDeCarregamentos filtro) {
        if (filtro.reservaId() != null && ReservaId.servidor(filtro.reservaId()).isEmpty()) {
            throw PedidoRecusado.campo("reserva_id", "deve ser o número de uma reserva");
        }
        Map<String, Object> parametros = new PeriodoAberto(filtro.de(), filtro.ate()).parametros();
        parametros.put("posto_id", filtro.postoId());
        parametros.put("placa", filtro.placa());
        parametros.put("reserva_id", filtro.reservaId());
        parametros.put("em_curso", filtro.emCurso());
        parametros.put("atrasado", filtro.atrasado());
        parametros.put("limite", filtro.limite());
        parametros.put("deslocamento", filtro.deslocamento());
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    public CarregamentosPagina pagina(FiltroDeCarregamentos filtro, List<CarregamentoRegistro> rows, long total) {
        return new CarregamentosPagina(
                settings.serverId(),
                rows.stream().map(this::mostrar).toList(),
                total,
                filtro.limite(),
                filtro.deslocamento());
    }

    /** As in a list. */
    public Carregamento mostrar(CarregamentoRegistro row) {
        return mostrar(row, List.of());
    }

    public Carregamento mostrar(CarregamentoRegistro row, List<CarregamentoMudancaRegistro> historico) {
        ZoneId fuso = horas.fuso(row.lugar());
        return new Carregamento(
                row.id(),
                settings.serverId(),
                row.postoId(),
                row.posto(),
                row.reservaId(),
                row.placa(),
                HoraDoLugar.local(row.inicio(), fuso),
                HoraDoLugar.local(row.fim(), fuso),
                row.energiaKwh(),
                row.precoKwh(),
                row.custo(),
                HoraDoLugar.local(row.prazo(), fuso),
                row.prazo() == null ? null : !Instantes.parse(row.prazo()).isAfter(Instant.now(clock)),
                historico.isEmpty()
                        ? null
                        : historico.stream()
                                .map(mudanca -> mostrar(mudanca, fuso))
                                .toList());
    }

    private static CarregamentoMudanca mostrar(CarregamentoMudancaRegistro row, ZoneId fuso) {
        return new CarregamentoMudanca(
                HoraDoLugar.local(row.em(), fuso),
                row.por(),
                row.operador(),
                row.motivo(),
                row.energiaKwh(),
                row.custo());
    }
}
