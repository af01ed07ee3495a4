/**
 * The Camel component {@code mqtt-request}: InOut over MQTT, which {@code paho-mqtt5} does not have. A request is published,
 * and the exchange goes on, without holding a thread, when the reply arrives or the deadline has passed.
 */
package br.com.recarga.platform.mqttrequest;
