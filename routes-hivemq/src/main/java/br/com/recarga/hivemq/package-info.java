/** A third broker for the tests of the whole system: nothing of ours may lean on what only the others do. */
package br.com.recarga.hivemq;
