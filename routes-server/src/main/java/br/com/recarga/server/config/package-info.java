/** How the server is put together: its settings and its database. */
package br.com.recarga.server.config;
