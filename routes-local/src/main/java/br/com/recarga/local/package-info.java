/** The whole system in one process, for a first look and for the tests. */
package br.com.recarga.local;
