package br.com.recarga.terminal.rotas;

import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.mqtt.MqttConnections;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.util.IOHelper;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The client's routes without its HTTP door: in this process, for this one user. */
public final class Motor implements Recarga {

    /** What the broker retains of the servers follows a subscription in one go; this long after the last, all is there. */
    private static final Duration SILENCIO = Duration.ofMillis(150);

    private static final Duration ANUNCIOS = Duration.ofSeconds(1);
    private static final long POLL_MS = 10;

    private static final String OUTRO_TERMINAL =
            "Outro terminal aberto por este usuário cuida das viagens: use-o, ou feche-o e abra este de novo";

    private final ConfigurableApplicationContext context;
    private final Diario diario;
    private final MqttConnections connections;
    private final Servidores servidores;
    private final FluentProducerTemplate producer;
    private final String broker;
    private final Duration espera;
    private final boolean soLeViagens;
    private boolean anunciados;

    private Motor(ConfigurableApplicationContext context, Diario diario) {
        this.context = context;
        this.diario = diario;
        this.soLeViagens = diario != null && !diario.meu();
        this.connections = context.getBean(MqttConnections.class);
        this.servidores = context.getBean(Servidores.class);
        this.producer = context.getBean(FluentProducerTemplate.class);
        this.broker = context.getEnvironment().getRequiredProperty("recarga.mqtt.broker-url");
        this.espera =
                context.getEnvironment().getProperty("recarga.terminal.espera", Duration.class, Duration.ofSeconds(3));
    }

    /**
     * Starts the routes; they look for the broker in the background.
     *
     * @param diario where the log of trips is; null: without trips
     */
    public static Motor ligar(Diario diario) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(RotasConfiguration.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("spring.config.name=routes-client");
        if (diario != null) {
            application.sources(ViagensConfiguration.class);
        }
        try {
            return new Motor(application.run(RotasConfiguration.argumentos(diario)), diario);
        } catch (RuntimeException e) {
            // it may be tried again
            IOHelper.close(diario);
            throw e;
        }
    }

    @Override
    public void esperarBroker() {
        if (!ate(espera, connections::allSubscribed)) {
            throw new SemBroker(broker);
        }
        esperarAnuncios();
    }

    /** The first list of servers would otherwise be empty. */
    private synchronized void esperarAnuncios() {
        if (anunciados) {
            return;
        }
        long[] ouvidos = {-1, 0};
        ate(ANUNCIOS, () -> {
            int agora = servidores.todos().size();
            if (agora != ouvidos[0]) {
                ouvidos[0] = agora;
                ouvidos[1] = System.nanoTime();
            }
            return agora > 0 && System.nanoTime() - ouvidos[1] > SILENCIO.toNanos();
        });
        anunciados = true;
    }

    @Override
    public Resultado chamar(Chamada chamada) {
        if (soLeViagens && chamada.mudaViagens()) {
            return Resultado.indisponivel(OUTRO_TERMINAL);
        }
        Exchange answer = producer.withProcessor(chamada::preencher)
                .to("direct:" + chamada.rota())
                .send();
        try {
            ObjectNode json =
                    ContractJson.mapper().readValue(answer.getMessage().getBody(byte[].class), ObjectNode.class);
            return new Resultado(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ate(Duration limite, BooleanSupplier condicao) {
        long fim = System.nanoTime() + limite.toNanos();
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() > fim) {
                return false;
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        context.close();
        IOHelper.close(diario);
    }
}
