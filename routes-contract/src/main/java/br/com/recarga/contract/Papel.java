package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator may do; each may what the one before may. */
public enum Papel {
    /** Reads: reservations, charges, the occupation. */
    @JsonProperty("ver")
    VER,
    /** Runs the day: switches and maintenance, reservations, arrivals and charges. */
    @JsonProperty("operar")
    OPERAR,
    /** And what lasts: the points and their prices, and all that is not said to be another's. */
    @JsonProperty("administrar")
    ADMINISTRAR;

    /** As it is written on the wire and in settings, and told to people. */
    public String nome() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Papel> de(String nome) {
        return Arrays.stream(values())
                .filter(papel -> papel.nome().equals(nome))
                .findFirst();
    }

    public boolean basta(Papel necessario) {
        return compareTo(necessario) >= 0;
    }
}
