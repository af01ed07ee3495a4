package br.com.recarga.server.postos;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.JanelaLivre;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.carregamentos.IniciarRoute;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.reservas.ImpressaoDoCodigo;
import br.com.recarga.testkit.SoSqlite;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One rule for one question: what is offered can be had, and what can be had is offered, whoever asks and however. */
@ServerTest
class OfertaTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int[] POSTOS = {1, 2, 3, 4, 5, 6};

    /** Switched off in every world: whoever asks for it is told what else is free. */
    private static final int DESLIGADO = 7;

    private static final Set<Codigo> TOMADO = Set.of(Codigo.POSTO_OCUPADO, Codigo.POSTO_EM_MANUTENCAO);

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcOperations jdbcOperations;

    @Autowired
    private ProducerTemplate producer;

    private int asked;

    @ParameterizedTest(name = "world {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsOfferedCanBeHadAndWhatCanBeHadIsOffered(long seed) {
        Random random = new Random(seed);
        clock.advance(Duration.ofSeconds(random.nextInt(3600)));
        Instant agora = clock.instant();
        mundo(random, agora);
        Map<Integer, Posto> agendas = porNumero(listar(null, true));
        Map<Integer, JanelaLivre> proximas = proximas();

        List<JanelaDefinida> janelas = new ArrayList<>(List.of(
                new JanelaDefinida(agora, agora.plusSeconds(1)),
                new JanelaDefinida(agora, agora.plus(MINUTE.multipliedBy(15)))));
        for (int i = 0; i < 6; i++) {
            Instant inicio = agora.plus(MINUTE.multipliedBy(random.nextInt(600)));
            janelas.add(new JanelaDefinida(inicio, inicio.plus(MINUTE.multipliedBy(1 + random.nextInt(180)))));
        }
        for (JanelaDefinida janela : janelas) {
            Map<Integer, Posto> lista = porNumero(listar(janela, null));
            for (int posto : POSTOS) {
                boolean oferecido = lista.get(posto).disponivel();
                String onde = "point %d in %s at %s".formatted(posto, janela, agora);
                assertThat(livreNaAgenda(agendas.get(posto), janela))
                        .as("agenda of " + onde)
                        .isEqualTo(oferecido);
                assertThat(reservavel(posto, janela)).as("reserving " + onde).isEqualTo(oferecido);
                assertThat(seguravel(posto, janela)).as("holding " + onde).isEqualTo(oferecido);
                assertThat(retomavel(posto, janela))
                        .as("confirming a lapsed hold of " + onde)
                        .isEqualTo(oferecido);
                assertThat(mudavel(posto, janela)).as("moving to " + onde).isEqualTo(oferecido);
                proximaConcorda(proximas.get(posto), janela, agora, oferecido, onde);
            }
            Set<Integer> livres = lista.values().stream()
                    .filter(Posto::disponivel)
                    .map(Posto::id)
                    .collect(Collectors.toSet());
            assertThat(livres).containsAll(alternativas(janela)).containsAll(alternativasDeViagem(janela));
        }
        Map<Integer, Posto> agoraMesmo = porNumero(listar(janelas.get(0), null));
        Map<Integer, Posto> logo = porNumero(listar(janelas.get(1), null));
        for (int posto : POSTOS) {
            assertThat(producer.requestBody("direct:" + BuscarPostoRoute.ID, posto, Posto.class)
                            .disponivel())
                    .as("point %d now, at %s", posto, agora)
                    .isEqualTo(agoraMesmo.get(posto).disponivel());
            assertThat(carregavel(posto))
                    .as("charging without a reservation at point %d at %s", posto, agora)
                    .isEqualTo(logo.get(posto).disponivel());
        }
    }

    @Test
    void aPointAtWhichACarChargesIsNotPromisedToAnybodyForTheNextQuarterOfAnHour() {
        carregar(1, null, NOW.minus(MINUTE.multipliedBy(20)), null);

        assertThat(reservavel(1, new JanelaDefinida(NOW.plusSeconds(30), NOW.plus(MINUTE.multipliedBy(30)))))
                .isFalse();
        assertThat(reservavel(
                        1, new JanelaDefinida(NOW.plus(MINUTE.multipliedBy(15)), NOW.plus(MINUTE.multipliedBy(30)))))
                .isTrue();
    }

    @Test
    void whatWasOfferedIsNotTakenByTheClockAlone() {
        carregar(1, null, NOW.minus(MINUTE.multipliedBy(20)), null);
        clock.advance(Duration.ofSeconds(1));
        JanelaLivre proxima = proximas().get(1);
        clock.advance(MINUTE.multipliedBy(4));

        assertThat(reservavel(
                        1,
                        new JanelaDefinida(
                                proxima.inicio().toInstant(),
                                proxima.inicio().toInstant().plus(MINUTE))))
                .isTrue();
    }

    @Test
    void aCarThatCameEarlyKeepsItsPointUntilTheEndOfItsWindow() {
        String reserva =
                reserva(1, NOW.plus(MINUTE.multipliedBy(40)), NOW.plus(MINUTE.multipliedBy(60)), "EM_ANDAMENTO", DAY);
        carregar(1, reserva, NOW, null);

        assertThat(reservavel(
                        1, new JanelaDefinida(NOW.plus(MINUTE.multipliedBy(25)), NOW.plus(MINUTE.multipliedBy(35)))))
                .isFalse();
        assertThat(reservavel(
                        1, new JanelaDefinida(NOW.plus(MINUTE.multipliedBy(60)), NOW.plus(MINUTE.multipliedBy(70)))))
                .isTrue();
    }

    @SoSqlite
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reserva-inserir",
                "reserva-alterar",
                "postos-listar",
                "posto-buscar",
                "viagem-segurar",
                "viagem-confirmar",
                "viagem-alternativas",
                "reserva-impedimento",
                "viagem-impedimentos",
                "carregamento-iniciar-avulso"
            })
    void whoAsksWhetherAPointIsTakenReadsOnlyThatPoint(String statement) throws Exception {
        String sql = new String(getClass()
                        .getResourceAsStream("/sql/" + statement + ".sql")
                        .readAllBytes())
                .replace(":#", ":");

        List<String> plan = new ArrayList<>();
        // its parameters may stay open: a plan is made without them
        jdbcOperations.query("EXPLAIN QUERY PLAN " + sql, row -> {
            plan.add(row.getString("detail"));
        });

        assertThat(plan).anyMatch(step -> step.contains("reservas_por_posto (posto_id=? AND inicio>? AND inicio<?)"));
        assertThat(plan).noneMatch(step -> step.matches("SCAN (reservas|manutencoes|c|tomadas|t)\\b.*"));
    }

    private void mundo(Random random, Instant agora) {
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = ?")
                .param(DESLIGADO)
                .update();
        for (int posto : POSTOS) {
            if (random.nextInt(12) == 0) {
                jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = ?")
                        .param(posto)
                        .update();
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                Instant inicio = agora.plus(MINUTE.multipliedBy(random.nextInt(900) - 200L));
                String[] situacoes = {
                    "PRE_RESERVADA",
                    "CONFIRMADA",
                    "CONFIRMADA",
                    "CONFIRMADA",
                    "EM_ANDAMENTO",
                    "CONCLUIDA",
                    "CANCELADA",
                    "EXPIRADA"
                };
                String situacao = situacoes[random.nextInt(situacoes.length)];
                Instant fim = inicio.plus(MINUTE.multipliedBy(1 + random.nextInt(120)));
                Duration vale = MINUTE.multipliedBy(random.nextInt(400) - 100L);
                if (conta(posto, inicio, fim)) {
                    // nothing lets two that count overlap
                    continue;
                }
                String reserva = reserva(posto, inicio, fim, situacao, vale);
                if (situacao.equals("EM_ANDAMENTO") && !carrega(posto)) {
                    carregar(posto, reserva, agora.minus(MINUTE.multipliedBy(random.nextInt(200))), null);
                }
            }
            if (random.nextInt(4) == 0 && !carrega(posto)) {
                Instant inicio = agora.minus(MINUTE.multipliedBy(random.nextInt(200)));
                carregar(posto, null, inicio, random.nextBoolean() ? null : inicio.plus(MINUTE));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                Instant inicio = agora.plus(MINUTE.multipliedBy(random.nextInt(900) - 200L));
                jdbc.sql("INSERT INTO manutencoes (posto_id, inicio, fim) VALUES (?, ?, ?)")
                        .param(posto)
                        .param(Instantes.format(inicio))
                        .param(Instantes.format(inicio.plus(MINUTE.multipliedBy(1 + random.nextInt(200)))))
                        .update();
            }
        }
    }

    private boolean conta(int posto, Instant inicio, Instant fim) {
        return server.rows("reservas_ativas WHERE posto_id = %d AND inicio < '%s' AND fim > '%s' AND expira_em > '%s'"
                        .formatted(
                                posto,
                                Instantes.format(fim),
                                Instantes.format(inicio),
                                Instantes.format(clock.instant())))
                > 0;
    }

    private String reserva(int posto, Instant inicio, Instant fim, String situacao, Duration vale) {
        String id = "server7-mundo-" + asked++;
        String placa = placa();
        jdbc.sql(
                        "INSERT INTO carros VALUES (?, 'Dolphin', 44, 20, 0.2, '2026-06-01T12:00:00Z', FALSE, NULL, NULL, FALSE)")
                .param(placa)
                .update();
        jdbc.sql("""
                INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                      criada_em, alterada_em, expira_em, viagem_id)
                VALUES (:id, :codigo, :id, 'c-1', :posto, :placa, :inicio, :fim, :situacao, :agora, :agora, :expira_em, :viagem)
                """)
                .param("id", id)
                .param("codigo", ImpressaoDoCodigo.de("codigo"))
                .param("viagem", "v-" + id)
                .param("posto", posto)
                .param("placa", placa)
                .param("inicio", Instantes.format(inicio))
                .param("fim", Instantes.format(fim))
                .param("situacao", situacao)
                .param("agora", Instantes.format(clock.instant()))
                .param("expira_em", Instantes.format(clock.instant().plus(vale)))
                .update();
        return id;
    }

    private void carregar(int posto, String reserva, Instant inicio, Instant fim) {
        jdbc.sql(
                        "INSERT INTO carregamentos (posto_id, reserva_id, placa, inicio, fim, preco_kwh) VALUES (?, ?, ?, ?, ?, 1)")
                .param(posto)
                .param(reserva)
                .param(placa())
                .param(Instantes.format(inicio))
                .param(fim == null ? null : Instantes.format(fim))
                .update();
    }

    private boolean carrega(int posto) {
        return server.rows("carregamentos WHERE fim IS NULL AND posto_id = " + posto) > 0;
    }

    private String placa() {
        return "ABC%04d".formatted(asked++ % 10_000);
    }

    private List<Posto> listar(JanelaDefinida janela, Boolean agenda) {
        PostosRequest request = new PostosRequest(
                "l-" + asked++,
                "c-1",
                ServerTest.SERVER_ID,
                null,
                null,
                janela == null ? null : utc(janela.inicio()),
                janela == null ? null : utc(janela.fim()),
                agenda,
                null,
                null,
                null);
        return server.ask(Topics.POSTOS_REQUEST, request, PostosResponse.class).postos();
    }

    @SuppressWarnings("unchecked")
    private Map<Integer, JanelaLivre> proximas() {
        List<Posto> postos = producer.requestBody("direct:" + ProximasJanelasRoute.ID, listar(null, null), List.class);
        return postos.stream()
                .filter(posto -> posto.proximaJanela() != null)
                .collect(Collectors.toMap(Posto::id, Posto::proximaJanela));
    }

    private static boolean livreNaAgenda(Posto posto, JanelaDefinida janela) {
        return posto.ocupado().stream().noneMatch(ocupada -> sobrepoe(ocupada, janela));
    }

    private static boolean sobrepoe(JanelaOcupada ocupada, JanelaDefinida janela) {
        return ocupada.inicio().toInstant().isBefore(janela.fim())
                && (ocupada.fim() == null || ocupada.fim().toInstant().isAfter(janela.inicio()));
    }

    /** Nothing long enough is free before the next window, all of it is free, and what follows it is not. */
    private static void proximaConcorda(
            JanelaLivre proxima, JanelaDefinida janela, Instant agora, boolean oferecido, String onde) {
        boolean bastante = Duration.between(janela.inicio(), janela.fim()).compareTo(MINUTE.multipliedBy(15)) >= 0;
        if (oferecido && bastante) {
            assertThat(proxima).as("next window of " + onde).isNotNull();
            assertThat(proxima.inicio().toInstant())
                    .as("next window of " + onde)
                    .isBeforeOrEqualTo(janela.inicio());
        }
        if (proxima != null
                && !janela.inicio().isBefore(proxima.inicio().toInstant())
                && (proxima.fim() == null || !janela.fim().isAfter(proxima.fim().toInstant()))) {
            assertThat(oferecido).as("within the next window of " + onde).isTrue();
        }
    }

    private boolean reservavel(int posto, JanelaDefinida janela) {
        Resposta resposta = server.reservar(deReserva()
                .id("r-" + asked++)
                .placa(placa())
                .posto(posto)
                .janela(janela.inicio(), janela.fim())
                .build());
        desfazer(resposta.reservaId());
        return pode(resposta);
    }

    private boolean mudavel(int posto, JanelaDefinida janela) {
        Instant longe = clock.instant().plus(DAY.multipliedBy(3));
        String id = reserva(posto, longe, longe.plus(MINUTE), "CONFIRMADA", DAY.multipliedBy(4));
        Resposta resposta = server.ask(
                Topics.POSTOS_ALTERACAO,
                new AlteracaoRequest(
                        "a-" + asked++,
                        "c-1",
                        ServerTest.SERVER_ID,
                        id,
                        "codigo",
                        utc(janela.inicio()),
                        utc(janela.fim()),
                        null),
                Resposta.class);
        desfazer(id);
        return pode(resposta);
    }

    private boolean seguravel(int posto, JanelaDefinida janela) {
        Resposta resposta = segurar(posto, janela);
        resposta.paradas().forEach(parada -> desfazer(parada.reservaId()));
        return resposta.codigo() == Codigo.OK;
    }

    private boolean retomavel(int posto, JanelaDefinida janela) {
        String id = reserva(posto, janela.inicio(), janela.fim(), "PRE_RESERVADA", Duration.ZERO);
        Resposta resposta = server.ask(
                Topics.POSTOS_CONFIRMACAO,
                new ConfirmacaoRequest("c-" + asked++, "c-1", ServerTest.SERVER_ID, "v-" + id),
                Resposta.class);
        desfazer(id);
        return resposta.codigo() == Codigo.OK;
    }

    private Resposta segurar(int posto, JanelaDefinida janela) {
        return server.ask(
                Topics.POSTOS_PRE_RESERVA,
                new PreReservaRequest(
                        "p-" + asked++,
                        "c-1",
                        ServerTest.SERVER_ID,
                        new Carro(placa(), "Dolphin", 44.0, 20.0, 0.2),
                        "viagem-" + asked,
                        utc(clock.instant().plus(MINUTE)),
                        List.of(new Parada(posto, utc(janela.inicio()), utc(janela.fim()))),
                        null),
                Resposta.class);
    }

    private List<Integer> alternativas(JanelaDefinida janela) {
        Resposta recusa = server.reservar(deReserva()
                .id("r-" + asked++)
                .placa(placa())
                .posto(DESLIGADO)
                .janela(janela.inicio(), janela.fim())
                .build());
        return recusa.alternativas().stream().map(Posto::id).toList();
    }

    private List<Integer> alternativasDeViagem(JanelaDefinida janela) {
        return segurar(DESLIGADO, janela).paradas().get(0).alternativas().stream()
                .map(Posto::id)
                .toList();
    }

    private boolean carregavel(int posto) {
        Exchange exchange = producer.request("direct:" + IniciarRoute.ID, begun -> {
            IniciarRoute.POSTO_ID.set(begun, posto);
            begun.getMessage().setBody(new CarregamentoInicio(null, placa()));
        });
        return exchange.getException() == null;
    }

    private void desfazer(String reserva) {
        jdbc.sql("DELETE FROM reservas WHERE id = ?").param(reserva).update();
    }

    private static boolean pode(Resposta resposta) {
        assertThat(TOMADO.contains(resposta.codigo()) || resposta.codigo() == Codigo.OK)
                .as(resposta.toString())
                .isTrue();
        return resposta.codigo() == Codigo.OK;
    }

    private static Map<Integer, Posto> porNumero(List<Posto> postos) {
        return postos.stream().collect(Collectors.toMap(Posto::id, Function.identity()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
