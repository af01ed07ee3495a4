/** How the server is put together: its settings, its database, its Camel components. */
package br.com.recarga.server.config;
