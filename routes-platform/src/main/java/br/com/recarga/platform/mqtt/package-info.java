/**
 * MQTT as both sides need it: connections that come back with their subscriptions, know whether they are subscribed and
 * announce it, behind Camel's own {@code paho-mqtt5} endpoints.
 */
package br.com.recarga.platform.mqtt;
