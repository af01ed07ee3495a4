/** What can be said in one line: the commands, their options, their exit codes. */
package br.com.recarga.terminal.comandos;
