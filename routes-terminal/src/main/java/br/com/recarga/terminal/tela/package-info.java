/** What is shown, and how it is asked. */
package br.com.recarga.terminal.tela;
