/** A campaign of faults: whole systems in processes of their own, drivers who ask, faults that are injected meanwhile. */
package br.com.recarga.faltas;
