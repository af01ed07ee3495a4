/** Camel's Saga EIP with a log that outlives the process. */
package br.com.recarga.client.sagas;
