package br.com.recarga.client.viagens.plano;

import br.com.recarga.contract.validation.Localizacao;
import br.com.recarga.platform.erros.PedidoRecusado;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The places that can be named: the cities of the points, which lie in the middle of these, and coordinates. */
final class Lugares {

    private static final int SUGESTOES = 3;

    private static final Pattern NUMEROS = Pattern.compile("[-+0-9.,;\\s]+");
    private static final Pattern COM_UF = Pattern.compile("(.+?)\\s*[/,]\\s*([A-Za-z]{2})");

    private final Map<Cidade, List<PontoCandidato>> cidades;

    Lugares(List<PontoCandidato> pontos) {
        cidades = pontos.stream()
                .filter(ponto -> ponto.cidade() != null && ponto.uf() != null)
                .collect(Collectors.groupingBy(
                        ponto -> new Cidade(ponto.cidade(), ponto.uf()),
                        () -> new TreeMap<>(Cidade.ORDEM),
                        Collectors.toList()));
    }

    private record Cidade(String nome, String uf) {

        /** Operators may spell one city in different ways. */
        static final Comparator<Cidade> ORDEM = Comparator.<Cidade, String>comparing(cidade -> simples(cidade.nome()))
                .thenComparing(Cidade::uf);

        @Override
        public String toString() {
            return nome + "/" + uf;
        }
    }

    /**
     * The place that is meant.
     *
     * @param campo the field that says so
     * @param texto a city, whatever its case and accents, with {@code /UF} or {@code , UF} if need be, or {@code "lat,lon"}
     * @throws PedidoRecusado if it is none of these, or one of several
     */
    Local local(String campo, String texto) {
        String dito = texto.strip();
        if (NUMEROS.matcher(dito).matches()) {
            return coordenadas(campo, dito);
        }
        List<Cidade> achadas = cidades(dito);
        if (achadas.isEmpty()) {
            throw PedidoRecusado.campo(campo, desconhecida(dito));
        }
        if (achadas.size() > 1) {
            throw PedidoRecusado.campo(campo, "há mais de uma cidade com esse nome; diga " + ou(achadas));
        }
        return centro(achadas.get(0));
    }

    private static Local coordenadas(String campo, String texto) {
        String[] partes = texto.split("\\s*,\\s*", -1);
        if (!String.join(",", partes).matches(Localizacao.REGEXP)) {
            throw PedidoRecusado.campo(
                    campo, "deve ser uma cidade ou latitude,longitude em graus decimais, como -12.9714,-38.5014");
        }
        return new Local(texto, Double.parseDouble(partes[0]), Double.parseDouble(partes[1]));
    }

    private List<Cidade> cidades(String texto) {
        Matcher comUf = COM_UF.matcher(texto);
        if (comUf.matches()) {
            String nome = simples(comUf.group(1));
            return cidades(cidade ->
                    simples(cidade.nome()).equals(nome) && comUf.group(2).equalsIgnoreCase(cidade.uf()));
        }
        String nome = simples(texto);
        return cidades(cidade -> simples(cidade.nome()).equals(nome));
    }

    private List<Cidade> cidades(Predicate<Cidade> condicao) {
        return cidades.keySet().stream().filter(condicao).toList();
    }

    private Local centro(Cidade cidade) {
        List<PontoCandidato> pontos = cidades.get(cidade);
        return new Local(
                cidade.nome(),
                pontos.stream()
                        .mapToDouble(ponto -> ponto.local().latitude())
                        .average()
                        .orElseThrow(),
                pontos.stream()
                        .mapToDouble(ponto -> ponto.local().longitude())
                        .average()
                        .orElseThrow());
    }

    private String desconhecida(String texto) {
        Matcher comUf = COM_UF.matcher(texto);
        String nome = simples(comUf.matches() ? comUf.group(1) : texto);
        List<Cidade> parecidas = cidades.keySet().stream()
                .filter(cidade -> diferenca(nome, cidade) <= Math.max(2, nome.length() / 3))
                .sorted(Comparator.comparingInt(cidade -> diferenca(nome, cidade)))
                .limit(SUGESTOES)
                .toList();
        return parecidas.isEmpty()
                ? "não há posto nessa cidade; diga uma que tenha, ou latitude,longitude"
                : "não há posto nessa cidade; seria " + ou(parecidas) + "?";
    }

    private static String ou(List<Cidade> cidades) {
        return cidades.stream().map(Cidade::toString).collect(Collectors.joining(" ou "));
    }

    /** None for a name that begins as the city's does, else the number of letters to change, put in or leave out. */
    private static int diferenca(String nome, Cidade cidade) {
        String outro = simples(cidade.nome());
        if (outro.startsWith(nome)) {
            return 0;
        }
        int[] antes = new int[outro.length() + 1];
        for (int j = 0; j <= outro.length(); j++) {
            antes[j] = j;
        }
        for (int i = 1; i <= nome.length(); i++) {
            int[] agora = new int[outro.length() + 1];
            agora[0] = i;
            for (int j = 1; j <= outro.length(); j++) {
                int troca = antes[j - 1] + (nome.charAt(i - 1) == outro.charAt(j - 1) ? 0 : 1);
                agora[j] = Math.min(troca, 1 + Math.min(antes[j], agora[j - 1]));
            }
            antes = agora;
        }
        return antes[outro.length()];
    }

    /** Lower case, without accents, one blank for any number of blanks and hyphens. */
    private static String simples(String nome) {
        return Normalizer.normalize(nome, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]+", " ")
                .strip();
    }
}
