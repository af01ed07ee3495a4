/** What server and client both stand on; nothing of either's domain. */
package br.com.recarga.platform;
