/** The way in from MQTT: what is asked, what is told, who else serves; the answers out. */
package br.com.recarga.server.mqtt;
