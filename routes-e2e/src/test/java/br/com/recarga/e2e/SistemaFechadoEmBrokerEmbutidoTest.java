package br.com.recarga.e2e;

/** On the embedded broker, which has no TLS. */
class SistemaFechadoEmBrokerEmbutidoTest extends SistemaFechadoTest {

    @Override
    BrokerFechado broker(String... users) {
        return new BrokerEmbutidoFechado(users);
    }
}
