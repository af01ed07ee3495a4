package br.com.recarga.contract;

import java.time.OffsetDateTime;

/** What every request over MQTT says of itself. */
public interface Pedido {

    /** Chosen by the requester; repeating a request with the same id gives the same answer and no second effect. */
    String requestId();

    /** Who asks: one topic level, part of the reply topic. */
    String clientId();

    /** The one server that is to act. */
    String serverId();

    /**
     * When whoever asks gives up, by the requester's clock: a server that gets the request later does nothing. No part of
     * what is asked, as a repetition has another one. Null: the requester does not say, as the original's do not.
     */
    OffsetDateTime prazo();

    /** The same request with this deadline. */
    Pedido comPrazo(OffsetDateTime prazo);
}
