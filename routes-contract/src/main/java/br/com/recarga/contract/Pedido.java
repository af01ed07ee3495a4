package br.com.recarga.contract;

/** What every request over MQTT says of itself. */
public interface Pedido {

    /** Chosen by the requester; repeating a request with the same id gives the same answer and no second effect. */
    String requestId();

    /** Who asks: one topic level, part of the reply topic. */
    String clientId();

    /** The one server that is to act. */
    String serverId();
}
