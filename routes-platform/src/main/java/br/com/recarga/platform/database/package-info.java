/**
 * The database of a process that has one, a file of SQLite or a PostgreSQL by its {@code DATABASE_URL}: its pools, its transactions,
 * its rows as records.
 */
package br.com.recarga.platform.database;
