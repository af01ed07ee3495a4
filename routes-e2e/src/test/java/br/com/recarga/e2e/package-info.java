/** The whole system as its users meet it: over HTTP, and over MQTT with peers that share no code with it. */
package br.com.recarga.e2e;
