/** Constraints of single fields, in terms of the Jakarta Bean Validation standard; messages are in Portuguese. Those of a record lie beside it. */
package br.com.recarga.contract.validation;
