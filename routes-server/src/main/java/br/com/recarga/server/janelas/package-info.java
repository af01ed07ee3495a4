/** Windows of time: what a request leaves open is filled in, what cannot be is refused. */
package br.com.recarga.server.janelas;
