package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerTest;
import br.com.recarga.testkit.FieldFuzz;
import br.com.recarga.testkit.ParameterFuzz;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ParametersTest {

    @LocalServerPort
    private int port;

    @Test
    void whatCannotBeReadIsRefusedByNameAtEveryPath() throws Exception {
        String operador = Operador.basic(ServerTest.OPERADOR, ServerTest.OPERADOR_SENHA);

        assertThat(new ParameterFuzz(port, operador, Set.of("codigo", "motivo", "tipo_conector"), 17).faults())
                .isEmpty();
    }

    @Test
    void whateverFieldIsWrongARefusalNamesOneOfTheRequest() throws Exception {
        assertThat(new FieldFuzz(
                                URI.create("http://localhost:" + port),
                                Operador.basic(ServerTest.OPERADOR, ServerTest.OPERADOR_SENHA))
                        .faults())
                .isEmpty();
    }
}
