/** The contract's own constraints, in terms of the Jakarta Bean Validation standard; messages are in Portuguese. */
package br.com.recarga.contract.validation;
