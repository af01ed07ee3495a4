/** The documents in {@code docs/} that are made from the running system, compared with it; and rewritten if asked to. */
package br.com.recarga.e2e.documentos;
