/** Listing the points of one server, or of all that are online. */
package br.com.recarga.client.postos;
