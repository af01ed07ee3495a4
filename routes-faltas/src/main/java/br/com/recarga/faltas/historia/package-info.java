/** What drivers asked and were told while faults were injected, what is kept in the end, and whether the two agree. */
package br.com.recarga.faltas.historia;
