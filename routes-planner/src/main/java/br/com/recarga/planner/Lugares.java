package br.com.recarga.planner;

import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Municipio;
import br.com.recarga.contract.lugares.Municipios;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places that can be named: the municipalities of Brazil, whatever operators say of them; what else the points call their
 * city, which lies where most of its points are; and coordinates.
 */
final class Lugares {

    private static final int SUGESTOES = 3;

    private static final Pattern NUMEROS = Pattern.compile("[-+0-9.,;\\s]+");
    private static final Pattern COM_UF = Pattern.compile("(.+?)\\s*[/,]\\s*([A-Za-z]{2})");

    private final Map<Cidade, List<Coordenadas>> cidades;

    Lugares(List<PontoCandidato> pontos) {
        cidades = pontos.stream()
                .filter(ponto -> ponto.cidade() != null && ponto.uf() != null)
                .collect(Collectors.groupingBy(
                        ponto -> new Cidade(ponto.cidade(), ponto.uf()),
                        () -> new TreeMap<>(Cidade.ORDEM),
                        Collectors.mapping(ponto -> ponto.local().coordenadas(), Collectors.toList())));
    }

    private record Cidade(String nome, String uf) {

        /** Operators may spell one city in different ways. */
        static final Comparator<Cidade> ORDEM =
                Comparator.<Cidade, String>comparing(Cidade::simples).thenComparing(Cidade::uf);

        static Cidade de(Municipio municipio) {
            return new Cidade(municipio.nome(), municipio.uf());
        }

        String simples() {
            return Municipios.simples(nome);
        }

        @Override
        public String toString() {
            return nome + "/" + uf;
        }
    }

    /** What somebody calls a city; {@code uf} null: of any state. */
    private record Procurada(String simples, String uf) {

        static Procurada de(String texto) {
            Matcher comUf = COM_UF.matcher(texto);
            return comUf.matches()
                    ? new Procurada(Municipios.simples(comUf.group(1)), comUf.group(2))
                    : new Procurada(Municipios.simples(texto), null);
        }

        boolean doEstado(String outra) {
            return uf == null || uf.equalsIgnoreCase(outra);
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
        Procurada procurada = Procurada.de(dito);
        List<Municipio> municipios = Municipios.doBrasil().porNome(procurada.simples()).stream()
                .filter(municipio -> procurada.doEstado(municipio.uf()))
                .toList();
        return municipios.isEmpty() ? cidadeDosPontos(campo, procurada) : municipio(campo, municipios);
    }

    private static Local coordenadas(String campo, String texto) {
        Coordenadas lugar = Coordenadas.de(texto.replaceAll("\\s*,\\s*", ","))
                .orElseThrow(() -> PedidoRecusado.campo(
                        campo, "deve ser uma cidade ou latitude,longitude em graus decimais, como -12.9714,-38.5014"));
        return new Local(texto, lugar, null);
    }

    /** Of several with one name, the only one with points is meant. */
    private Local municipio(String campo, List<Municipio> municipios) {
        List<Municipio> comPontos = municipios.stream()
                .filter(municipio -> cidades.containsKey(Cidade.de(municipio)))
                .toList();
        List<Municipio> possiveis = comPontos.isEmpty() ? municipios : comPontos;
        Municipio este = soUm(
                campo,
                possiveis.stream().sorted(Comparator.comparing(Municipio::uf)).toList());
        return new Local(este.nome(), este.sede(), null);
    }

    private Local cidadeDosPontos(String campo, Procurada procurada) {
        List<Cidade> achadas = cidades.keySet().stream()
                .filter(cidade -> cidade.simples().equals(procurada.simples()) && procurada.doEstado(cidade.uf()))
                .toList();
        if (achadas.isEmpty()) {
            throw PedidoRecusado.campo(campo, desconhecida(procurada.simples()));
        }
        Cidade esta = soUm(campo, achadas);
        return new Local(esta.nome(), Coordenadas.noMeio(cidades.get(esta)), null);
    }

    private static <T> T soUm(String campo, List<T> possiveis) {
        if (possiveis.size() > 1) {
            throw PedidoRecusado.campo(campo, "há mais de uma cidade com esse nome; diga " + ou(possiveis));
        }
        return possiveis.get(0);
    }

    private String desconhecida(String nome) {
        List<?> parecidas = parecidas(nome, cidades.keySet().stream(), Cidade::simples, Math.max(2, nome.length() / 3));
        if (parecidas.isEmpty()) {
            parecidas = parecidas(
                    nome,
                    Municipios.doBrasil().todos().stream(),
                    municipio -> Municipios.simples(municipio.nome()),
                    nome.length() / 4);
        }
        return parecidas.isEmpty()
                ? "não conheço essa cidade; diga um município, se for preciso com /UF, ou latitude,longitude"
                : "não conheço essa cidade; seria " + ou(parecidas) + "?";
    }

    private static <T> List<T> parecidas(String nome, Stream<T> cidades, Function<T, String> simples, int tolerancia) {
        if (nome.isEmpty()) {
            return List.of();
        }
        ToIntFunction<T> diferenca = cidade -> diferenca(nome, simples.apply(cidade));
        return cidades.filter(cidade -> diferenca.applyAsInt(cidade) <= tolerancia)
                .sorted(Comparator.comparingInt(diferenca))
                .limit(SUGESTOES)
                .toList();
    }

    private static String ou(Collection<?> cidades) {
        return cidades.stream().map(Object::toString).collect(Collectors.joining(" ou "));
    }

    /** None for a name that begins as the city's does, else the number of letters to change, put in or leave out. */
    private static int diferenca(String nome, String outro) {
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
}
