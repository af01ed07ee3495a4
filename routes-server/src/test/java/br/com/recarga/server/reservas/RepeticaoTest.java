package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One {@code request_id}, one answer, one effect. */
@ServerTest
class RepeticaoTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRepeatedRequestGetsTheSameBytesAndHasNoSecondEffect() {
        ReservaRequest request = deReserva().id("r-1").build();
        server.reservar(request);
        clock.advance(Duration.ofSeconds(2));
        server.reservar(request);

        assertThat(server.published()).hasSize(2);
        assertThat(server.published().get(1).body())
                .isEqualTo(server.published().get(0).body());
        assertThat(server.rows("reservas")).isEqualTo(1);
        assertThat(server.rows("respostas")).isEqualTo(1);
    }

    @Test
    void aRefusalStaysARefusalAlsoWhenThePointHasBecomeFree() {
        server.reservar(deReserva().id("r-1").placa("AAA1111").build());
        ReservaRequest late = deReserva().id("r-2").placa("BBB2222").build();
        Resposta refused = server.reservar(late);
        assertThat(refused.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);

        jdbc.sql("DELETE FROM reservas").update();

        assertThat(server.reservar(late)).isEqualTo(refused);
        assertThat(server.rows("reservas")).isZero();
    }

    @Test
    void anUnknownPointStaysUnknownForThisRequestAlsoWhenItHasBeenAdded() {
        ReservaRequest request = deReserva().posto(99).build();
        Resposta refused = server.reservar(request);

        jdbc.sql("INSERT INTO postos SELECT 99, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector,"
                        + " preco_kwh, disponivel FROM postos WHERE id = 1")
                .update();
        try {
            assertThat(server.reservar(request)).isEqualTo(refused);
        } finally {
            jdbc.sql("DELETE FROM postos WHERE id = 99").update();
        }
    }

    static Stream<Named<UnaryOperator<UmPedido>>> differences() {
        return Stream.of(
                Named.of("another point", pedido -> pedido.posto(2)),
                Named.of("another car", pedido -> pedido.placa("XYZ9876")),
                Named.of("another battery level", pedido -> pedido.bateria(44.5, 22.4)),
                Named.of("another window", pedido -> pedido.fim(TOMORROW.plusSeconds(7201))),
                Named.of("no window", pedido -> deReserva()));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void theSameIdWithOtherContentIsRefusedAndChangesNothing(UnaryOperator<UmPedido> difference) {
        UmPedido pedido = deReserva().id("r-1").janela(TOMORROW, TOMORROW.plusSeconds(7200));
        Resposta first = server.reservar(pedido.build());

        Resposta second = server.reservar(difference.apply(pedido).id("r-1").build());

        assertThat(second.codigo()).isEqualTo(Codigo.CHAVE_REUTILIZADA);
        assertThat(second.requestId()).isEqualTo("r-1");
        assertThat(second.reservaId()).isNull();
        assertThat(second.codigoReserva()).isNull();
        assertThat(server.rows("reservas")).isEqualTo(1);
        assertThat(server.reservar(deReserva()
                        .id("r-1")
                        .janela(TOMORROW, TOMORROW.plusSeconds(7200))
                        .build()))
                .isEqualTo(first);
    }

    @Test
    void theSameContentFromAnotherClientGetsTheSameAnswer() {
        Resposta first = server.reservar(deReserva().client("c-1").build());
        Resposta second = server.reservar(deReserva().client("c-2").build());

        assertThat(second).isEqualTo(first);
        assertThat(server.published().get(1).topic()).isEqualTo("client/c-2/postos/reserva/response");
    }

    @Test
    void thePlateInAnotherSpellingIsTheSameContent() {
        Resposta first = server.reservar(deReserva().placa("ABC1234").build());

        assertThat(server.reservar(deReserva().placa(" abc-1234 ").build())).isEqualTo(first);
    }

    @Test
    void anAnsweredRequestWhoseWindowHasPassedStillGetsItsAnswer() {
        ReservaRequest request =
                deReserva().janela(TOMORROW, TOMORROW.plusSeconds(3600)).build();
        Resposta first = server.reservar(request);

        clock.advance(Duration.ofDays(30));

        assertThat(server.reservar(request)).isEqualTo(first);
        assertThat(first.codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void aRequestRefusedForItsWindowMayBeMadeAgainWithAnotherOne() {
        Resposta refused = server.reservar(
                deReserva().id("r-1").inicio(NOW.minusSeconds(3600)).build());
        assertThat(refused.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);

        Resposta corrected =
                server.reservar(deReserva().id("r-1").inicio(TOMORROW).build());

        assertThat(corrected.codigo()).isEqualTo(Codigo.OK);
    }
}
