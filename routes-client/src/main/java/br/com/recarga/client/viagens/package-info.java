/** Trips over several operators: planned, and reserved all or nothing by a saga. */
package br.com.recarga.client.viagens;
