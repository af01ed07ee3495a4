package br.com.recarga.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.protocol.websocket.WebSocketServerHandler;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Ends a connection that came as a WebSocket, which Artemis takes on every port: any page of the web may open one to this
 * machine, and nobody here needs one.
 */
public final class SemWebSocket implements MQTTInterceptor {

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        return packet.fixedHeader().messageType() != MqttMessageType.CONNECT
                || !(connection.getTransportConnection() instanceof NettyConnection netty)
                || netty.getChannel().pipeline().get(WebSocketServerHandler.class) == null;
    }
}
