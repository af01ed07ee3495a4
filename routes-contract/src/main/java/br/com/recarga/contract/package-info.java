/**
 * The wire contract of Recarga: MQTT topics, payload records, codes and the rules that every field obeys.
 *
 * <p>Servers and clients depend on this package and never on each other. It knows neither Camel nor Spring, so that any
 * peer written in Java can use it as it is. {@code docs/contrato.md} says the same in prose.
 */
package br.com.recarga.contract;
