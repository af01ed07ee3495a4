package br.com.recarga.e2e;

/** On the embedded broker, which has no TLS. */
class SegurancaNoFioEmBrokerEmbutidoTest extends SegurancaNoFioTest {

    @Override
    BrokerFechado broker(String... users) {
        return new BrokerEmbutidoFechado(users);
    }
}
