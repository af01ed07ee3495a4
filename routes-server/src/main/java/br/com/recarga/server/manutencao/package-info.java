/** What an operator changes of its points, tried or done, and what it does to their reservations. */
package br.com.recarga.server.manutencao;
