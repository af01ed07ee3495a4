package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.SynchronizationAdapter;

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
    private final Semaphore vagas;
    private final FilaJusta<Vez> fila;
    private ExecutorService executor;

    private VezDoCliente(CamelContext camel, String nome, int quantasThreads, Semaphore vagas, int lugares) {
        this.camel = camel;
        this.threads = new ThreadPoolProfileBuilder(nome)
                .poolSize(quantasThreads)
                .maxPoolSize(quantasThreads)
                // one entry for each of the fair queue, which has the bound
                .maxQueueSize(Integer.MAX_VALUE)
                .build();
        this.vagas = vagas;
        this.fila = new FilaJusta<>(lugares);
    }

    /**
     * Requests begin one after the other, those of a client in the order in which they came, and the next one as soon as this
     * one waits for something else than its thread.
     *
     * @param nome of the thread
     * @param emAndamento how many may have begun and not ended
     * @param lugares see {@link br.com.recarga.server.config.PedidosSettings#fila}
     */
    static VezDoCliente emOrdem(CamelContext camel, String nome, int emAndamento, int lugares) {
        return new VezDoCliente(camel, nome, 1, new Semaphore(emAndamento), lugares);
    }

    /** So many requests begin at once, in whatever order, and of those that wait for something else any number; else the same. */
    static VezDoCliente emParalelo(CamelContext camel, String nome, int aoMesmoTempo, int lugares) {
        // they hold nothing that would have to be shared out
        return new VezDoCliente(camel, nome, aoMesmoTempo, new Semaphore(Integer.MAX_VALUE), lugares);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        PedidoOuvido pedido = PedidosRoute.PEDIDO.get(exchange);
        if (!fila.entrar(pedido.dono(), pedido.peso(), new Vez(exchange, callback))) {
            exchange.setException(new PedidoRecusado(
                    Codigo.LIMITE_EXCEDIDO, "Este cliente já tem pedidos demais à espera da vez; tente de novo"));
            callback.done(true);
            return true;
        }
        executor.execute(this::atender);
        return false;
    }

    private void atender() {
        try {
            vagas.acquire();
            fila.proxima().comecar(vagas);
        } catch (InterruptedException e) {
            // the process ends, with requests still under way
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void doStart() {
        executor = camel.getExecutorServiceManager().newThreadPool(this, threads.getId(), threads);
        MeterRegistry meters = CamelContextHelper.findSingleByType(camel, MeterRegistry.class);
        if (meters != null) {
            Gauge.builder("recarga.pedidos.em.espera", fila, FilaJusta::ocupados)
                    .description("Lugares ocupados na fila dos pedidos que esperam pela vez do seu cliente")
                    .tag("fila", threads.getId())
                    .register(meters);
        }
    }

    @Override
    protected void doStop() {
        camel.getExecutorServiceManager().shutdown(executor);
    }

    private record Vez(Exchange exchange, AsyncCallback callback) {

        void comecar(Semaphore vagas) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    vagas.release();
                }
            });
            callback.done(false);
        }
    }
}
