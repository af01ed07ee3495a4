import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The floor's gateway: HTTP in front, MQTT behind, {@code POST /reservar} and {@code GET /postos?server_id=}.
 *
 * <pre>java Cliente CLIENT_ID MQTT_PORT HTTP_PORT</pre>
 */
public final class Cliente {

    private static final int LARGEST = 64 * 1024;
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final List<String> FIELDS = List.of("server_id", "posto_id", "placa", "modelo", "inicio", "fim");
    private static final byte[] OK = "{\"codigo\":\"OK\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] INVALID = "{\"codigo\":\"DADOS_INVALIDOS\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TOO_LATE = "{\"codigo\":\"TEMPO_ESGOTADO\"}".getBytes(StandardCharsets.UTF_8);

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Waiting(ChannelHandlerContext caller, long untilNanos) {}

    private final String clientId;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private Mqtt mqtt;

    private Cliente(String clientId) {
        this.clientId = clientId;
    }

    public static void main(String[] args) throws InterruptedException {
        Cliente client = new Cliente(args[0]);
        NioEventLoopGroup threads = new NioEventLoopGroup(2);
        client.mqtt = Mqtt.connect(
                threads,
                Integer.parseInt(args[1]),
                "piso_" + args[0],
                "clients/" + args[0] + "/respostas/+/+",
                client::heard);
        threads.scheduleAtFixedRate(client::tooLate, 1, 1, TimeUnit.SECONDS);
        new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST), client.new Door());
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(args[2]))
                .sync();
        System.out.println("pronto");
    }

    private void heard(String topic, byte[] reply, byte[] correlation) {
        Waiting caller = waiting.remove(ByteBuffer.wrap(correlation).getLong());
        if (caller != null) {
            boolean ok = reply.length >= OK.length && Arrays.equals(reply, 0, OK.length, OK, 0, OK.length);
            answer(caller.caller(), ok ? HttpResponseStatus.OK : HttpResponseStatus.CONFLICT, reply);
        }
    }

    private void tooLate() {
        waiting.forEach((number, caller) -> {
            if (caller.untilNanos() < System.nanoTime() && waiting.remove(number, caller)) {
                answer(caller.caller(), HttpResponseStatus.GATEWAY_TIMEOUT, TOO_LATE);
            }
        });
    }

    private static void answer(ChannelHandlerContext caller, HttpResponseStatus status, byte[] body) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        caller.writeAndFlush(response);
    }

    private final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext caller, FullHttpRequest request) throws IOException {
            if (request.method() == HttpMethod.POST) {
                try (InputStream body = new ByteBufInputStream(request.content())) {
                    reserve(caller, JSON.readTree(body));
                }
            } else {
                List<String> server =
                        new QueryStringDecoder(request.uri()).parameters().get("server_id");
                ask(caller, server.get(0), "listar", new byte[0]);
            }
        }

        private void reserve(ChannelHandlerContext caller, JsonNode body) throws IOException {
            if (!(body instanceof ObjectNode reservation) || !FIELDS.stream().allMatch(body::hasNonNull)) {
                answer(caller, HttpResponseStatus.BAD_REQUEST, INVALID);
                return;
            }
            reservation.put("request_id", UUID.randomUUID().toString()).put("client_id", clientId);
            ask(caller, body.get("server_id").textValue(), "reservar", JSON.writeValueAsBytes(reservation));
        }

        private void ask(ChannelHandlerContext caller, String serverId, String operation, byte[] payload) {
            long number = numbers.incrementAndGet();
            waiting.put(number, new Waiting(caller, System.nanoTime() + DEADLINE_NANOS));
            mqtt.publish(
                    "servers/" + serverId + "/pedidos/" + clientId + "/" + operation,
                    payload,
                    ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
    }
}
