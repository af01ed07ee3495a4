/** The conversation with a person. */
package br.com.recarga.terminal.menu;
