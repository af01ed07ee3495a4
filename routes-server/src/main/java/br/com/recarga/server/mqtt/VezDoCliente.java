package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Step that lets a request wait for its client's turn, while the thread that heard it goes on hearing: what comes after it runs
 * on threads of its own. A request that finds too many of its client waiting is refused at once.
 *
 * <p>What waits is lost if the process is killed, as the broker takes for delivered what was heard; whoever asked asks again.
 * A route that stops waits for it to be answered, as for everything that is under way.
 */
final class VezDoCliente extends AsyncProcessorSupport {

    private final CamelContext camel;
    private final ThreadPoolProfile threads;
    private final FilaJusta<AsyncCallback> fila;
    private ExecutorService executor;

    /**
     * @param nome of its threads
     * @param aoMesmoTempo how many requests are answered at once; with one, those of a client are in the order in which they came
     * @param lugares see {@link br.com.recarga.server.config.PedidosSettings#fila}
     */
    VezDoCliente(CamelContext camel, String nome, int aoMesmoTempo, int lugares) {
        this.camel = camel;
        this.threads = new ThreadPoolProfileBuilder(nome)
                .poolSize(aoMesmoTempo)
                .maxPoolSize(aoMesmoTempo)
                // one entry for each of the fair queue, which has the bound
                .maxQueueSize(Integer.MAX_VALUE)
                .build();
        this.fila = new FilaJusta<>(lugares);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        PedidoOuvido pedido = PedidosRoute.PEDIDO.get(exchange);
        if (!fila.entrar(pedido.dono(), pedido.peso(), callback)) {
            exchange.setException(new PedidoRecusado(
                    Codigo.LIMITE_EXCEDIDO, "Este cliente já tem pedidos demais à espera da vez; tente de novo"));
            callback.done(true);
            return true;
        }
        executor.execute(() -> fila.proxima().done(false));
        return false;
    }

    @Override
    protected void doStart() {
        executor = camel.getExecutorServiceManager().newThreadPool(this, threads.getId(), threads);
    }

    @Override
    protected void doStop() {
        camel.getExecutorServiceManager().shutdown(executor);
    }
}
