package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plugs of charging points. Each has one spelling here and many among people, cars, maps and other protocols; whoever
 * writes one of these means the same plug. Case, accents, blanks and punctuation never tell two of them apart.
 */
public enum Conector {
    TIPO_1("Tipo 1", "type1", "t1", "j1772", "saej1772", "yazaki", "iec62196t1", "iec621962t1"),
    TIPO_2(
            "Tipo 2",
            "type2",
            "t2",
            "mennekes",
            "type2mennekes",
            "mennekestype2",
            "tipo2mennekes",
            "iec62196t2",
            "iec621962t2"),
    CCS1("CCS1", "combo1", "ccscombo1", "ccstipo1", "ccstype1", "combotipo1", "iec62196t1combo"),
    /** The one that is meant in Brazil when nothing but CCS is said. */
    CCS2(
            "CCS2",
            "ccs",
            "combo",
            "ccscombo",
            "combo2",
            "ccscombo2",
            "ccstipo2",
            "ccstype2",
            "combotipo2",
            "iec62196t2combo"),
    CHADEMO("CHAdeMO"),
    GB_T("GB/T", "gbtdc", "gbtac", "gbt20234");

    private static final Map<String, Conector> POR_GRAFIA = new HashMap<>();

    static {
        for (Conector conector : values()) {
            POR_GRAFIA.put(conector.nome, conector);
            POR_GRAFIA.put(chave(conector.nome), conector);
            conector.grafias.forEach(grafia -> POR_GRAFIA.put(grafia, conector));
        }
    }

    private final String nome;
    private final Set<String> grafias;

    Conector(String nome, String... grafias) {
        this.nome = nome;
        this.grafias = Set.of(grafias);
    }

    /** The one spelling on the wire and in tables. */
    @JsonValue
    public String nome() {
        return nome;
    }

    /** Empty for null and for what is the name of no plug. */
    public static Optional<Conector> de(String texto) {
        if (texto == null) {
            return Optional.empty();
        }
        Conector comoSeEscreve = POR_GRAFIA.get(texto);
        return Optional.ofNullable(comoSeEscreve == null ? POR_GRAFIA.get(chave(texto)) : comoSeEscreve);
    }

    /** A known plug in its one spelling; whatever else somebody said, as it was said. */
    public static String normalizar(String texto) {
        return de(texto).map(Conector::nome).orElse(texto);
    }

    /** Whether what comes out of it is direct current; alternating current goes through the car's own charger. */
    public boolean correnteContinua() {
        return this != TIPO_1 && this != TIPO_2;
    }

    /** All of them, as people are told. */
    public static String lista() {
        return Arrays.stream(values()).map(Conector::nome).collect(Collectors.joining(", "));
    }

    private static String chave(String texto) {
        return Normalizer.normalize(texto, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
