/** From any failure to the one error shape of the contract. */
package br.com.recarga.platform.erros;
