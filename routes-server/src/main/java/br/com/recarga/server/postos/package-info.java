/** The operator's charging points: registered, listed, looked up, and their state published. */
package br.com.recarga.server.postos;
