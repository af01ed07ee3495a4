/** What is the same for everybody and asks no server: the cars of Brazil, and its municipalities. */
package br.com.recarga.client.catalogos;
