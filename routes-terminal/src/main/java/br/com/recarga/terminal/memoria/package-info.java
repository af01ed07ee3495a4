/** What the terminal remembers of this user, in files that nobody else may read. */
package br.com.recarga.terminal.memoria;
