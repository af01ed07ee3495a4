/** The electric cars that are sold in Brazil, so that nobody has to look up what a car takes. */
package br.com.recarga.contract.carros;
