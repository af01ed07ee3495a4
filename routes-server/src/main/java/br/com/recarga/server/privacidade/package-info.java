/** What is kept of persons: shown to them, taken away when they ask, and by itself once it is old. */
package br.com.recarga.server.privacidade;
