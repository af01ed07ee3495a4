/** Which servers there are, by their retained presence. */
package br.com.recarga.client.servidores;
