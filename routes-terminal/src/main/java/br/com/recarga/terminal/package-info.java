/** The client's other front end: for one person at a terminal, or for a script, on the same routes as the HTTP door. */
package br.com.recarga.terminal;
