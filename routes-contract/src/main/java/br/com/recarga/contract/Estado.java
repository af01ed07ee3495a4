package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * How the server is, as the original said it.
 *
 * @param servidor its {@code server_id}
 * @param status {@code online} while requests are heard, else {@code offline}
 * @param mqttConectado whether the server is subscribed, which is more than connected
 * @param fuso the operator's zone, an IANA id
 * @param nome what the operator is called, for people; absent: it has not been said
 */
@WireFormat
public record Estado(
        String servidor, String status, boolean mqttConectado, OffsetDateTime timestamp, String fuso, String nome) {}
