/** Where places are: distances, and the municipalities of Brazil. */
package br.com.recarga.contract.lugares;
