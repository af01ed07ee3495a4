package br.com.recarga.contract.lugares;

import java.time.ZoneId;

/**
 * A municipality of Brazil.
 *
 * @param codigoIbge seven digits
 * @param uf two capitals
 * @param fuso the zone of its seat
 */
public record Municipio(int codigoIbge, String nome, String uf, Coordenadas sede, ZoneId fuso) {

    /** From its seat along the great circle, in kilometres. */
    public double kmAte(Coordenadas lugar) {
        return sede.kmAte(lugar);
    }

    /** As one writes it where the name alone might be another's: {@code Bonito/MS}. */
    @Override
    public String toString() {
        return nome + "/" + uf;
    }
}
