import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of MQTT 5 as the floor needs: one subscription, QoS 1, nothing is sent twice. Ends its process with its connection. */
final class Mqtt extends SimpleChannelInboundHandler<MqttMessage> {

    /** What is heard, on the connection's thread. */
    interface Heard {
        void message(String topic, byte[] payload, byte[] correlation);
    }

    private static final int LARGEST = 1 << 20;
    private static final int PACKET_IDS = 0xFFFF;

    private final String clientId;
    private final String filter;
    private final Heard heard;
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final AtomicInteger packets = new AtomicInteger();
    private Channel channel;

    private Mqtt(String clientId, String filter, Heard heard) {
        this.clientId = clientId;
        this.filter = filter;
        this.heard = heard;
    }

    /** Comes back when it is subscribed. */
    static Mqtt connect(EventLoopGroup threads, int port, String clientId, String filter, Heard heard)
            throws InterruptedException {
        Mqtt mqtt = new Mqtt(clientId, filter, heard);
        mqtt.channel = new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new FlushConsolidationHandler(256, true))
                                .addLast(new MqttDecoder(LARGEST), MqttEncoder.INSTANCE, mqtt);
                    }
                })
                .connect("127.0.0.1", port)
                .sync()
                .channel();
        mqtt.subscribed.await();
        return mqtt;
    }

    void publish(String topic, byte[] payload, byte[] correlation) {
        MqttProperties properties = new MqttProperties();
        properties.add(new BinaryProperty(MqttPropertyType.CORRELATION_DATA.value(), correlation));
        int packet = packets.incrementAndGet() % PACKET_IDS + 1;
        channel.writeAndFlush(new MqttPublishMessage(
                new MqttFixedHeader(MqttMessageType.PUBLISH, false, MqttQoS.AT_LEAST_ONCE, false, 0),
                new MqttPublishVariableHeader(topic, packet, properties),
                Unpooled.wrappedBuffer(payload)));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_5)
                .clientId(clientId)
                .cleanSession(true)
                .keepAlive(0)
                .build());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case CONNACK ->
                context.writeAndFlush(MqttMessageBuilders.subscribe()
                        .messageId(1)
                        .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
                        .build());
            case SUBACK -> subscribed.countDown();
            case PUBLISH -> {
                MqttPublishMessage publish = (MqttPublishMessage) message;
                byte[] payload = new byte[publish.payload().readableBytes()];
                publish.payload().readBytes(payload);
                BinaryProperty correlation = (BinaryProperty)
                        publish.variableHeader().properties().getProperty(MqttPropertyType.CORRELATION_DATA.value());
                heard.message(publish.variableHeader().topicName(), payload, correlation.value());
                context.writeAndFlush(MqttMessageBuilders.pubAck()
                        .packetId(publish.variableHeader().packetId())
                        .build());
            }
            default -> {
                // PUBACK: nobody repeats here
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        System.exit(1);
    }
}
