/** What is told unasked: published for whoever hears it, or heard and of no use. */
package br.com.recarga.server.avisos;
