/** How the platform is put together in every application. */
package br.com.recarga.platform.autoconfigure;
