package br.com.recarga.contract.lugares;

import br.com.recarga.contract.tabelas.TabelaIncluida;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The municipalities of Brazil, by their names and by where their seats are. */
public final class Municipios {

    private static final String TABELA = "/lugares/municipios.csv";

    private static final Pattern COM_UF = Pattern.compile("(.+?)\\s*[/,]\\s*([A-Za-z]{2})");

    private final Municipio[] doSul;
    private final double[] latitudes;
    private final Map<String, List<Municipio>> porNome;
    private final Map<String, List<Municipio>> porUf;

    private Municipios(List<Municipio> todos) {
        doSul = todos.stream()
                .sorted(Comparator.comparingDouble(municipio -> municipio.sede().latitude()))
                .toArray(Municipio[]::new);
        latitudes = Arrays.stream(doSul)
                .mapToDouble(municipio -> municipio.sede().latitude())
                .toArray();
        porNome = todos.stream().collect(Collectors.groupingBy(municipio -> simples(municipio.nome())));
        porUf = todos.stream().collect(Collectors.groupingBy(Municipio::uf));
    }

    /** Read once, by whoever asks first. */
    private static final class Lidos {
        static final Municipios DO_BRASIL = new Municipios(TabelaIncluida.ler(TABELA, Municipios::municipio));
    }

    public static Municipios doBrasil() {
        return Lidos.DO_BRASIL;
    }

    /** All with this name, whatever its accents, case, hyphens and apostrophes; two of one state never share one. */
    public List<Municipio> porNome(String nome) {
        return porNome.getOrDefault(simples(nome), List.of());
    }

    /** @param uf in any case */
    public Optional<Municipio> porNome(String nome, String uf) {
        return porNome(nome).stream()
                .filter(municipio -> municipio.uf().equalsIgnoreCase(uf))
                .findFirst();
    }

    /**
     * Those that somebody may mean who has begun to write a name: first those of just this name, then those that begin like this,
     * then those of which another word does; by name and state.
     *
     * @param escrito whatever its accents and case, with {@code /UF} or {@code , UF} or without
     * @param limite no more than these
     */
    public List<Municipio> comecandoPor(String escrito, int limite) {
        Matcher comUf = COM_UF.matcher(escrito.strip());
        String inicio = simples(comUf.matches() ? comUf.group(1) : escrito);
        String uf = comUf.matches() ? comUf.group(2) : null;
        if (inicio.isEmpty()) {
            return List.of();
        }
        return porNome.entrySet().stream()
                .filter(entry -> (" " + entry.getKey()).contains(" " + inicio))
                .sorted(Comparator.comparing(
                                (Map.Entry<String, List<Municipio>> entry) -> proximidade(entry.getKey(), inicio))
                        .thenComparing(Map.Entry::getKey))
                .flatMap(entry -> entry.getValue().stream().sorted(Comparator.comparing(Municipio::uf)))
                .filter(municipio -> uf == null || municipio.uf().equalsIgnoreCase(uf))
                .limit(limite)
                .toList();
    }

    private static int proximidade(String nome, String inicio) {
        if (nome.equals(inicio)) {
            return 0;
        }
        return nome.startsWith(inicio) ? 1 : 2;
    }

    /** All of a state; none for what is no state of Brazil. */
    public List<Municipio> daUf(String uf) {
        return porUf.getOrDefault(uf.toUpperCase(Locale.ROOT), List.of());
    }

    public List<Municipio> todos() {
        return List.of(doSul);
    }

    /** The one whose seat is nearest, however far that is: a place abroad has one too. */
    public Municipio maisProximo(Coordenadas lugar) {
        int norte = aoNorteDe(lugar.latitude());
        int sul = norte - 1;
        Municipio melhor = null;
        double metros = Double.POSITIVE_INFINITY;
        // away from the place's latitude in both directions, until latitude alone is further than the nearest so far
        while (sul >= 0 || norte < doSul.length) {
            double aoSul = sul < 0 ? Double.POSITIVE_INFINITY : metrosNoMinimo(sul, lugar);
            double aoNorte = norte == doSul.length ? Double.POSITIVE_INFINITY : metrosNoMinimo(norte, lugar);
            if (Math.min(aoSul, aoNorte) > metros) {
                break;
            }
            Municipio proximo = aoSul < aoNorte ? doSul[sul--] : doSul[norte++];
            double ate = proximo.sede().metrosAte(lugar);
            if (ate < metros) {
                metros = ate;
                melhor = proximo;
            }
        }
        return melhor;
    }

    private double metrosNoMinimo(int indice, Coordenadas lugar) {
        return Coordenadas.metrosNoMinimo(latitudes[indice], lugar.latitude());
    }

    private int aoNorteDe(double latitude) {
        int indice = Arrays.binarySearch(latitudes, latitude);
        return indice >= 0 ? indice : -indice - 1;
    }

    /** Lower case, without accents, one blank for any number of other characters than letters and digits. */
    public static String simples(String nome) {
        return Normalizer.normalize(nome, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Municipio municipio(String linha) {
        String[] campos = linha.split(",");
        return new Municipio(
                Integer.parseInt(campos[0]),
                campos[1],
                campos[2],
                new Coordenadas(Double.parseDouble(campos[3]), Double.parseDouble(campos[4])),
                ZoneId.of(campos[5]));
    }
}
