/** Who the operators are, and what each of them may do. */
package br.com.recarga.server.operadores;
