package br.com.recarga.platform.limites;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes at once what one address opens beyond its number of connections, of which the container has 8192 for all. It costs
 * neither a thread nor an answer; whoever has too many sees the new one closed. So does whoever takes too long to send the
 * head of a request, at its next byte; the container itself only knows a time for a silent connection.
 */
public final class ConexoesPorEndereco extends Http11NioProtocol {

    private Duration cabecalho;

    /** The container makes it by its name. */
    public ConexoesPorEndereco() {
        super(new Endpoint());
    }

    /**
     * @param max open at a time from one address
     * @param semLimite whose connections are those of others, such as a proxy's
     * @param cabecalho how long the head of a request may be under way
     */
    public void limitar(int max, Predicate<InetAddress> semLimite, Duration cabecalho) {
        Endpoint endpoint = (Endpoint) getEndpoint();
        endpoint.max = max;
        endpoint.semLimite = semLimite;
        this.cabecalho = cabecalho;
    }

    @Override
    protected Processor createProcessor() {
        return new HeadInTime(this);
    }

    private static final class HeadInTime extends Http11Processor {

        private final Duration cabecalho;

        /** Whose head is on its way. */
        private SocketWrapperBase<?> chegaDe;

        private long desde;

        HeadInTime(ConexoesPorEndereco protocolo) {
            super(protocolo, protocolo.getAdapter());
            this.cabecalho = protocolo.cabecalho;
        }

        /** Called for the first bytes of a head, and for each that follow until it is whole. */
        @Override
        public SocketState service(SocketWrapperBase<?> conexao) throws IOException {
            if (chegaDe != conexao) {
                chegaDe = conexao;
                desde = System.nanoTime();
            }
            SocketState state = super.service(conexao);
            if (state == SocketState.LONG && !isAsync()) {
                return System.nanoTime() - desde > cabecalho.toNanos() ? SocketState.CLOSED : state;
            }
            chegaDe = null;
            return state;
        }
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
