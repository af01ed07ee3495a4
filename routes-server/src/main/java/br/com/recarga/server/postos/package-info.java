/** The operator's charging points: loaded once, listed, looked up. */
package br.com.recarga.server.postos;
