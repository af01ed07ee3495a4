/**
 * How closed a process is, and what it therefore asks of its settings: a contradiction stops the start, in one line that says
 * what to do.
 */
package br.com.recarga.platform.perfil;
