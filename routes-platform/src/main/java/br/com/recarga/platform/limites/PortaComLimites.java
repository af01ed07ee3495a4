package br.com.recarga.platform.limites;

import br.com.recarga.platform.http.UnreadBodyValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Lets the container of a port know whose word it may take for an address, how many connections each may have,
 * and how long a request may be under way.
 */
public final class PortaComLimites implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final LimitesSettings limites;
    private final Proxies proxies;

    public PortaComLimites(LimitesSettings limites, Proxies proxies) {
        this.limites = limites;
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ProxyValve(proxies), new UnreadBodyValve());
        factory.setProtocol(ConexoesPorEndereco.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof ConexoesPorEndereco conexoes) {
                conexoes.limitar(
                        limites.conexoes(), address -> proxies.contains(address.getHostAddress()), limites.envio());
            }
        });
    }
}
