package br.com.recarga.server.reservas;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What fails inside: nothing of the request remains, the requester hears of it, and the next one is served. */
@ServerTest
class FalhasTest {

    @Autowired
    private ServerHarness server;

    @Test
    void aFaultBeforeTheAnswerIsStoredTakesTheReservationBack() {
        ReservaRequest request = deReserva().build();
        failBeforeStoring(new IllegalStateException("not for the requester's eyes"));

        Resposta failed = server.reservar(request);

        assertThat(failed.codigo()).isEqualTo(Codigo.ERRO_INTERNO);
        assertThat(failed.mensagem()).isEqualTo("Erro interno");
        assertThat(failed.requestId()).isEqualTo(request.requestId());
        assertNothingStored();
        assertServedAgain(request);
    }

    @Test
    void aDatabaseThatFailsBeforeTheAnswerIsStoredTakesTheReservationBack() {
        ReservaRequest request = deReserva().build();
        failBeforeStoring(new DataAccessResourceFailureException("disk I/O error"));

        Resposta failed = server.reservar(request);

        assertThat(failed.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
        assertThat(failed.mensagem()).doesNotContain("disk");
        assertNothingStored();
        assertServedAgain(request);
    }

    @Test
    void aFaultTakesARefusalBackToo() {
        server.reservar(deReserva().id("r-1").placa("AAA1111").build());
        failBeforeStoring(new IllegalStateException());

        Resposta failed = server.reservar(deReserva().id("r-2").placa("BBB2222").build());

        assertThat(failed.codigo()).isEqualTo(Codigo.ERRO_INTERNO);
        assertThat(server.rows("respostas")).isEqualTo(1);
    }

    private void failBeforeStoring(RuntimeException failure) {
        server.beforeStoring().whenAnyExchangeReceived(exchange -> {
            throw failure;
        });
    }

    private void assertNothingStored() {
        assertThat(server.rows("reservas")).isZero();
        assertThat(server.rows("carros")).isZero();
        assertThat(server.rows("respostas")).isZero();
    }

    private void assertServedAgain(ReservaRequest request) {
        server.beforeStoring().reset();
        assertThat(server.reservar(request).codigo()).isEqualTo(Codigo.OK);
    }
}
