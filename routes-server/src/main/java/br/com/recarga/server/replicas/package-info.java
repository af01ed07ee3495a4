/**
 * Several processes that are one server: all answer, on one database, and one of them at a time, which holds the term, speaks for
 * all and does what is to be done once.
 */
package br.com.recarga.server.replicas;
