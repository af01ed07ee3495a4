/** The conversation with a person. */
package br.com.recarga.client.terminal.menu;
