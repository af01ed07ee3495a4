package br.com.recarga.server.http;

import br.com.recarga.server.ServerTest;
import br.com.recarga.testkit.HostileHeaders;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a caller sends along, the headers of an answer are the server's own. */
@ServerTest
class CabecalhosTest {

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> nenhumCaminhoDevolveOsCabecalhosDoPedido() throws Exception {
        HostileHeaders caller =
                new HostileHeaders(port, Operador.basic(ServerTest.OPERADOR, ServerTest.OPERADOR_SENHA));
        return caller.documented().stream()
                .map(operation ->
                        DynamicTest.dynamicTest(operation, () -> caller.assertAnsweredWithOurHeadersOnly(operation)));
    }
}
