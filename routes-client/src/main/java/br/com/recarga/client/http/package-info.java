/** The HTTP surface of the client, as a table of contents. */
package br.com.recarga.client.http;
