package br.com.recarga.client.http;

import br.com.recarga.client.ClientTest;
import br.com.recarga.testkit.HostileHeaders;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a caller sends along, the headers of an answer are the client's own. */
@ClientTest
class CabecalhosTest {

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> nenhumCaminhoDevolveOsCabecalhosDoPedido() throws Exception {
        HostileHeaders caller = new HostileHeaders(port, "Basic segredo-que-nao-volta");
        return caller.documented().stream()
                .map(operation ->
                        DynamicTest.dynamicTest(operation, () -> caller.assertAnsweredWithOurHeadersOnly(operation)));
    }
}
