/** One SQLite database for each process that has one: its pools, its transactions, its rows as records. */
package br.com.recarga.platform.database;
