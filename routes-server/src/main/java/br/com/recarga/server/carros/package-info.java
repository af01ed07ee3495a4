/** The cars that have reserved here: what they tell of themselves, and where they could charge when their battery is low. */
package br.com.recarga.server.carros;
