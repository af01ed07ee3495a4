/** How tables of others are read that come with the program. */
package br.com.recarga.contract.tabelas;
