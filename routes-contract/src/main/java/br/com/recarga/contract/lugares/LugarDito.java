package br.com.recarga.contract.lugares;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where somebody says that something is, twice: by its city and by its coordinates.
 *
 * @param uf two capitals
 */
public record LugarDito(String cidade, String uf, Coordenadas coordenadas) {

    /** From the nearest seat, in kilometres: within the country nothing with a road to it is so far from all of them. */
    public static final int FORA_DO_PAIS_KM = 250;

    /** From the seat of the municipality, in kilometres: so far no other one is asked for. */
    public static final int PERTO_DA_SEDE_KM = 50;

    /** A place belongs to a municipality whose seat is at most so many times as far as the nearest one. */
    private static final int VEZES_A_MAIS_PROXIMA = 2;

    private static final Coordenadas NENHUM_LUGAR = new Coordenadas(0, 0);
    private static final Locale BRASIL = Locale.forLanguageTag("pt-BR");

    /** The gravest doubt; empty if city and coordinates go together, as far as the table of municipalities can tell. */
    public Optional<Suspeita> suspeita() {
        if (coordenadas.equals(NENHUM_LUGAR)) {
            return impossivel("localizacao", "0,0 fica no mar, ao sul de Gana: quem não sabe onde é não diga 0");
        }
        if (!noPais(coordenadas)) {
            return impossivel("localizacao", "fica fora do Brasil" + engano());
        }
        if (Municipios.doBrasil().daUf(uf).isEmpty()) {
            return impossivel("uf", "não há estado " + uf);
        }
        return naCidade();
    }

    /** The same without what depends on the country: a point abroad is none of a Brazilian city, but may well exist. */
    public Optional<Suspeita> contradicao() {
        if (coordenadas.equals(NENHUM_LUGAR)) {
            return suspeita();
        }
        return cidade == null || uf == null || Municipios.doBrasil().daUf(uf).isEmpty() ? Optional.empty() : naCidade();
    }

    private Optional<Suspeita> naCidade() {
        List<Municipio> deMesmoNome = Municipios.doBrasil().porNome(cidade);
        Optional<Municipio> municipio =
                deMesmoNome.stream().filter(outro -> outro.uf().equals(uf)).findFirst();
        if (municipio.isPresent()) {
            return perto(municipio.get()) ? Optional.empty() : longe(municipio.get());
        }
        if (deMesmoNome.stream().anyMatch(this::perto)) {
            return Optional.of(
                    new Suspeita("uf", false, "%s fica em %s, e não em %s".formatted(cidade, ufs(deMesmoNome), uf)));
        }
        // a district, or a spelling of its operator's own: the state is all that can be compared
        Municipio maisPertoDaUf = Municipios.doBrasil().daUf(uf).stream()
                .min(Comparator.comparingDouble(outro -> outro.kmAte(coordenadas)))
                .orElseThrow();
        return perto(maisPertoDaUf)
                ? Optional.empty()
                : Optional.of(new Suspeita(
                        "localizacao",
                        false,
                        "fica em %s, e não em %s"
                                .formatted(Municipios.doBrasil().maisProximo(coordenadas), uf)));
    }

    private boolean perto(Municipio municipio) {
        double km = municipio.kmAte(coordenadas);
        return km <= PERTO_DA_SEDE_KM
                || km
                        <= VEZES_A_MAIS_PROXIMA
                                * Municipios.doBrasil().maisProximo(coordenadas).kmAte(coordenadas);
    }

    private Optional<Suspeita> longe(Municipio municipio) {
        return Optional.of(new Suspeita(
                "localizacao",
                false,
                String.format(
                        BRASIL,
                        "fica a %.0f km de %s, perto de %s",
                        municipio.kmAte(coordenadas),
                        municipio,
                        Municipios.doBrasil().maisProximo(coordenadas))));
    }

    private static String ufs(List<Municipio> municipios) {
        return municipios.stream().map(Municipio::uf).sorted().collect(Collectors.joining(", "));
    }

    private static boolean noPais(Coordenadas coordenadas) {
        return Municipios.doBrasil().maisProximo(coordenadas).kmAte(coordenadas) <= FORA_DO_PAIS_KM;
    }

    /** What most who are abroad by mistake have done. */
    private String engano() {
        double latitude = coordenadas.latitude();
        double longitude = coordenadas.longitude();
        if (Math.abs(longitude) <= 90 && noPais(new Coordenadas(longitude, latitude))) {
            return "; latitude e longitude estão trocadas?";
        }
        return noPais(new Coordenadas(-Math.abs(latitude), -Math.abs(longitude))) ? "; falta um sinal de menos?" : "";
    }

    private static Optional<Suspeita> impossivel(String campo, String mensagem) {
        return Optional.of(new Suspeita(campo, true, mensagem));
    }
}
