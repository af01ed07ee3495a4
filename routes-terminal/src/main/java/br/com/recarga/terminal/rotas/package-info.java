/** How the terminal reaches the use cases: their routes run in its own process. */
package br.com.recarga.terminal.rotas;
