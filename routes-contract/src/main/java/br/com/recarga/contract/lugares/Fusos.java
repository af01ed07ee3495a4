package br.com.recarga.contract.lugares;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The zones of places: a charging point's hours are those that clocks show where it stands. */
public final class Fusos {

    /** Brazil's legal time: who names no zone speaks of it. */
    public static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /** Where there are roads, no place of Brazil is further from every seat of a municipality; km. */
    static final double ALCANCE_KM = 300;

    private static final Pattern COM_UF = Pattern.compile("(.+?)\\s*[/,]\\s*([A-Za-z]{2})");

    private static final DateTimeFormatter NOME = DateTimeFormatter.ofPattern("vvvv", Locale.forLanguageTag("pt-BR"));

    private Fusos() {}

    /** The zone of the municipality whose seat is nearest; none far from all of them. */
    public static Optional<ZoneId> de(Coordenadas lugar) {
        Municipio perto = Municipios.doBrasil().maisProximo(lugar);
        return perto.kmAte(lugar) > ALCANCE_KM ? Optional.empty() : Optional.of(perto.fuso());
    }

    /** @param fuso as others spell it; none for null and for what is no zone */
    public static Optional<ZoneId> de(String fuso) {
        try {
            return fuso == null ? Optional.empty() : Optional.of(ZoneId.of(fuso));
        } catch (DateTimeException semFuso) {
            return Optional.empty();
        }
    }

    /**
     * The zone of a place as people name it: a municipality, with {@code /UF} if need be, or {@code "lat,lon"}.
     *
     * @param lugar none is known of null, and of a name that places of several zones have
     */
    public static Optional<ZoneId> doLugar(String lugar) {
        if (lugar == null) {
            return Optional.empty();
        }
        return Coordenadas.de(lugar.strip().replaceAll("\\s*,\\s*", ","))
                .map(Fusos::de)
                .orElseGet(() -> unico(municipios(lugar.strip())));
    }

    private static List<Municipio> municipios(String nome) {
        Matcher comUf = COM_UF.matcher(nome);
        return comUf.matches()
                ? Municipios.doBrasil().porNome(comUf.group(1), comUf.group(2)).stream()
                        .toList()
                : Municipios.doBrasil().porNome(nome);
    }

    private static Optional<ZoneId> unico(List<Municipio> municipios) {
        Set<ZoneId> fusos = municipios.stream().map(Municipio::fuso).collect(Collectors.toSet());
        return fusos.size() == 1 ? fusos.stream().findFirst() : Optional.empty();
    }

    /** {@code horário de Fernando de Noronha}, {@code horário do Amazonas}. */
    public static String porExtenso(ZoneId fuso) {
        String nome = NOME.format(Instant.EPOCH.atZone(fuso));
        return nome.startsWith("H") ? "h" + nome.substring(1) : nome;
    }

    /** Whether clocks show the same in both at this moment. */
    public static boolean mesmaHora(Instant instante, ZoneId um, ZoneId outro) {
        return um.getRules().getOffset(instante).equals(outro.getRules().getOffset(instante));
    }
}
