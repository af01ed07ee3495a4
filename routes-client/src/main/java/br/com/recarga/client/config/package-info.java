/** How the client is put together: its settings and its Camel components. */
package br.com.recarga.client.config;
