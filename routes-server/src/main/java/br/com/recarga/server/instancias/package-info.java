/** That of several processes with one {@code SERVER_ID} only one serves. */
package br.com.recarga.server.instancias;
