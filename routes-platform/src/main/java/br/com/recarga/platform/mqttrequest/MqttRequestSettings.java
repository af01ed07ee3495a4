package br.com.recarga.platform.mqttrequest;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How requests find their replies.
 *
 * @param name of the connection, unique within the process
 * @param replyFilters topic filters that together match every reply
 * @param replyTopic from the topic of a request to the topic of its reply, for requests that name none
 * @param replyId reads the request's id from the body of a reply, for peers that do not echo Correlation Data; null if it
 *     has none
 * @param timeout the deadline of a request, at least a second
 * @param repeatInterval after this silence a request is published again, with the same ids
 * @param maxInFlight beyond this many waiting requests a further one is refused at once
 */
public record MqttRequestSettings(
        String name,
        List<String> replyFilters,
        UnaryOperator<String> replyTopic,
        Function<byte[], String> replyId,
        Duration timeout,
        Duration repeatInterval,
        int maxInFlight) {}
