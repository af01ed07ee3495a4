/** What happens, told to the pages that are open at the moment it happens. */
package br.com.recarga.client.aovivo;
