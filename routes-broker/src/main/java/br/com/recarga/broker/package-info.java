/** The embedded broker, for a machine that has none; a real installation runs Mosquitto. */
package br.com.recarga.broker;
