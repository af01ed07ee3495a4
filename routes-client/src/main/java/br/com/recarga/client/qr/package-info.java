/** Codes that a camera reads. */
package br.com.recarga.client.qr;
