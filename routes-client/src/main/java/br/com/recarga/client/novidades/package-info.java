/** What happens, from where it is noticed to whoever wants to hear of it. */
package br.com.recarga.client.novidades;
