package br.com.recarga.e2e;

class ViagemComQuedasEmBrokerEmbutidoTest extends ViagemComQuedasTest {

    @Override
    Broker broker() {
        return Modo.embutido();
    }
}
