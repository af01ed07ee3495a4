/** How much the operator's points were used. */
package br.com.recarga.server.ocupacao;
