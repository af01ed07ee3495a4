package br.com.recarga.platform.mqtt;

import java.util.function.Supplier;

/**
 * What a connection tells the world of itself, retained on one topic: {@code online} once it is subscribed, {@code offline}
 * when it closes and as its Last Will.
 *
 * @param online gives null while there is nothing to announce
 */
public record Announcement(String topic, Supplier<byte[]> online, Supplier<byte[]> offline) {}
