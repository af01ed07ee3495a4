package br.com.recarga.e2e;

/** On the broker of {@code make local}. */
class SistemaEmBrokerEmbutidoTest extends SistemaTest {

    @Override
    Broker broker() {
        return Modo.embutido();
    }
}
