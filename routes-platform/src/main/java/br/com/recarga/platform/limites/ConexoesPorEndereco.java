package br.com.recarga.platform.limites;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes at once what one address opens beyond its number of connections, of which the container has 8192 for all. It costs
 * neither a thread nor an answer; whoever has too many sees the new one closed.
 */
public final class ConexoesPorEndereco extends Http11NioProtocol {

    /** The container makes it by its name. */
    public ConexoesPorEndereco() {
        super(new Endpoint());
    }

    /**
     * @param max open at a time from one address
     * @param semLimite whose connections are those of others, such as a proxy's
     */
    public void limitar(int max, Predicate<InetAddress> semLimite) {
        Endpoint endpoint = (Endpoint) getEndpoint();
        endpoint.max = max;
        endpoint.semLimite = semLimite;
    }

    private static final class Endpoint extends NioEndpoint {

        private final Map<String, Integer> abertas = new ConcurrentHashMap<>();
        private int max = Integer.MAX_VALUE;
        private Predicate<InetAddress> semLimite = address -> false;

        Endpoint() {
            // the one place that hears of each connection's end, however it comes
            connections = new Contadas();
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            InetAddress address = socket.socket().getInetAddress();
            boolean demais =
                    address != null && !semLimite.test(address) && abertas.getOrDefault(Origem.de(address), 0) >= max;
            if (demais) {
                // the container closes only what it has taken in
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }

        private final class Contadas extends ConcurrentHashMap<SocketChannel, SocketWrapperBase<NioChannel>> {

            private static final long serialVersionUID = 1L;

            private final transient Map<Object, String> origens = new ConcurrentHashMap<>();

            @Override
            public SocketWrapperBase<NioChannel> put(SocketChannel socket, SocketWrapperBase<NioChannel> wrapper) {
                InetAddress address = socket.socket().getInetAddress();
                if (address != null) {
                    String origem = Origem.de(address);
                    origens.put(socket, origem);
                    abertas.merge(origem, 1, Integer::sum);
                }
                return super.put(socket, wrapper);
            }

            @Override
            public SocketWrapperBase<NioChannel> remove(Object socket) {
                String origem = origens.remove(socket);
                if (origem != null) {
                    abertas.computeIfPresent(origem, (endereco, quantas) -> quantas == 1 ? null : quantas - 1);
                }
                return super.remove(socket);
            }
        }
    }
}
