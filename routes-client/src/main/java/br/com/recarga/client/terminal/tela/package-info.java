/** What is shown, and how it is asked. */
package br.com.recarga.client.terminal.tela;
