package br.com.recarga.e2e;

/** On the broker of {@code make local}. */
class SistemasMisturadosEmBrokerEmbutidoTest extends SistemasMisturadosTest {

    @Override
    Broker broker() {
        return new BrokerEmbutido();
    }
}
