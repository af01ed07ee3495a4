/** How much one address may ask over HTTP, so that nobody's haste is at the cost of all others. */
package br.com.recarga.platform.limites;
