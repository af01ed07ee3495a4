/** How much of a server's time one caller may take, and the words for whoever would take more. */
package br.com.recarga.server.cotas;
