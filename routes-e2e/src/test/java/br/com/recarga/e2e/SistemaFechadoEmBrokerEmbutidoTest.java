package br.com.recarga.e2e;

import java.nio.file.Path;
import java.util.stream.Stream;

/** On the embedded broker, which has no TLS. */
class SistemaFechadoEmBrokerEmbutidoTest extends SistemaFechadoTest {

    @Override
    BrokerFechado broker(Path folder) {
        return new BrokerEmbutidoFechado();
    }

    @Override
    Stream<String> connection(String user) {
        return Stream.of(
                "--recarga.topicos=proprios",
                "--recarga.mqtt.broker-url=tcp://127.0.0.1:" + started().port(user),
                "--recarga.mqtt.usuario=" + user,
                "--recarga.mqtt.senha=" + started().senha(user));
    }
}
