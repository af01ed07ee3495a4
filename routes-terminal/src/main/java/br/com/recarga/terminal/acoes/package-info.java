/** What can be done, by a command as by the menu: reservations and trips, with what is remembered of them. */
package br.com.recarga.terminal.acoes;
