/** A request counts once, and only while somebody waits for it: the answers that are kept, and their pruning. */
package br.com.recarga.server.umavez;
