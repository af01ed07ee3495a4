package br.com.recarga.server.postos;

import br.com.recarga.contract.Decimal;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.LugarDito;
import br.com.recarga.contract.lugares.Municipios;
import br.com.recarga.server.postos.Planilha.IlegivelException;
import br.com.recarga.server.postos.Planilha.Linha;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads an operator's CSV of points: columns by the names in its first line, in any order. What is no point is told by line,
 * column and reason; the rules are those of {@link PostoBody}.
 */
public final class LeitorDeCsv {

    /** The most faults, and the most doubts, that are told. */
    static final int MAXIMO = 100;

    private static final List<String> COLUNAS = List.of(
            "id", "nome", "cidade", "uf", "latitude", "longitude", "potencia_maxima", "tipo_conector", "preco_kwh");
    private static final String ONDE = "latitude e longitude";

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    /**
     * @param erros why lines are no points, as {@code linha 7, preco_kwh}
     * @param avisos what is doubtful of the points
     */
    public record Leitura(List<PostoBody> postos, List<ErroCampo> erros, List<ErroCampo> avisos) {}

    /** @param csv as the spreadsheets of any country write it, in UTF-8, UTF-16 or Windows' Latin-1 */
    public Leitura ler(byte[] csv) throws IOException {
        Leituras leituras = new Leituras();
        try (Planilha planilha = new Planilha(csv)) {
            Linha cabecalho = planilha.proxima();
            Map<String, Integer> colunas = cabecalho == null ? Map.of() : colunas(cabecalho, leituras);
            if (exigirTodas(colunas, leituras)) {
                int largura = semVaziasNoFim(cabecalho, 0);
                for (Linha linha = planilha.proxima(); linha != null; linha = planilha.proxima()) {
                    leituras.ler(linha, colunas, largura);
                }
            }
        } catch (IlegivelException e) {
            leituras.erros.anotar(e.linha(), "não é CSV daqui em diante");
        }
        return leituras.leitura();
    }

    private static Map<String, Integer> colunas(Linha cabecalho, Leituras leituras) {
        Map<String, Integer> colunas = new HashMap<>();
        for (int i = 0; i < cabecalho.celulas().size(); i++) {
            String coluna = Municipios.simples(cabecalho.celulas().get(i)).replace(' ', '_');
            if (COLUNAS.contains(coluna) && colunas.putIfAbsent(coluna, i) != null) {
                leituras.erros.anotar(cabecalho.numero(), coluna, "aparece duas vezes");
            }
        }
        return colunas;
    }

    private static boolean exigirTodas(Map<String, Integer> colunas, Leituras leituras) {
        List<String> ausentes =
                COLUNAS.stream().filter(coluna -> !colunas.containsKey(coluna)).toList();
        if (!ausentes.isEmpty()) {
            leituras.erros.anotar(1, "faltam as colunas " + String.join(", ", ausentes));
        }
        return leituras.erros.nenhum();
    }

    /** What has been read so far. */
    private final class Leituras {

        private final List<PostoBody> postos = new ArrayList<>();
        private final Notas erros = new Notas("erros");
        private final Notas avisos = new Notas("avisos");
        private final Map<Integer, Long> linhas = new HashMap<>();

        void ler(Linha linha, Map<String, Integer> colunas, int largura) {
            int celulas = semVaziasNoFim(linha, largura);
            if (celulas != largura) {
                erros.anotar(
                        linha.numero(),
                        celulas > largura
                                ? "tem %d colunas, e o cabeçalho tem %d: há vírgula decimal entre vírgulas?"
                                        .formatted(celulas, largura)
                                : "tem %d colunas, e o cabeçalho tem %d".formatted(celulas, largura));
                return;
            }
            Celulas lidas = new Celulas(linha, colunas);
            PostoBody posto = lidas.posto();
            validator
                    .validate(posto)
                    .forEach(violacao ->
                            lidas.erro(coluna(violacao.getPropertyPath().toString()), violacao.getMessage()));
            Long antes = posto.id() == null ? null : linhas.putIfAbsent(posto.id(), linha.numero());
            if (antes != null) {
                lidas.erro("id", "já está na linha " + antes);
            }
            if (!lidas.erros.isEmpty()) {
                lidas.erros.forEach((coluna, mensagem) -> erros.anotar(linha.numero(), coluna, mensagem));
                return;
            }
            postos.add(posto);
            posto.suspeita().ifPresent(esta -> avisos.anotar(linha.numero(), coluna(esta.campo()), esta.mensagem()));
        }

        Leitura leitura() {
            postos.stream()
                    .filter(posto -> posto.suspeita().isEmpty())
                    .filter(posto -> Municipios.doBrasil()
                            .porNome(posto.cidade(), posto.uf())
                            .isEmpty())
                    .collect(Collectors.groupingBy(
                            posto -> Municipios.simples(posto.cidade()) + "/" + posto.uf(),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .forEach(this::compararEntreSi);
            return new Leitura(postos, erros.notas(), avisos.notas());
        }

        /** Of a city that no table knows, its points are all that tells where it is. */
        private void compararEntreSi(List<PostoBody> daCidade) {
            Map<PostoBody, Coordenadas> onde = new LinkedHashMap<>();
            daCidade.forEach(
                    posto -> onde.put(posto, Coordenadas.de(posto.localizacao()).orElseThrow()));
            Coordenadas meio = Coordenadas.noMeio(onde.values());
            onde.forEach((posto, lugar) -> {
                double km = lugar.kmAte(meio);
                if (km > LugarDito.PERTO_DA_SEDE_KM) {
                    avisos.anotar(
                            linhas.get(posto.id()),
                            ONDE,
                            "fica a %.0f km da maioria dos postos de %s".formatted(km, posto.cidade()));
                }
            });
        }
    }

    /** A spreadsheet writes as many separators as its widest line has. */
    private static int semVaziasNoFim(Linha linha, int largura) {
        int celulas = linha.celulas().size();
        while (celulas > largura && linha.celulas().get(celulas - 1).isEmpty()) {
            celulas--;
        }
        return celulas;
    }

    private static String coluna(String campo) {
        return campo.equals("localizacao")
                ? ONDE
                : campo.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** One line, and the first fault of each of its columns. */
    private static final class Celulas {

        private final Linha linha;
        private final Map<String, Integer> colunas;
        private final Map<String, String> erros = new TreeMap<>(Comparator.comparingInt(Celulas::ordem));

        Celulas(Linha linha, Map<String, Integer> colunas) {
            this.linha = linha;
            this.colunas = colunas;
        }

        PostoBody posto() {
            COLUNAS.stream()
                    .filter(coluna -> texto(coluna).indexOf(Planilha.ILEGIVEL) >= 0)
                    .forEach(coluna -> erro(coluna, "tem um caractere que não se lê na codificação do arquivo"));
            Double latitude = grau("latitude", 90);
            Double longitude = grau("longitude", 180);
            return new PostoBody(
                    inteiro("id"),
                    texto("nome"),
                    texto("cidade"),
                    texto("uf"),
                    latitude == null || longitude == null
                            ? null
                            : String.format(Locale.ROOT, "%.8f,%.8f", latitude, longitude),
                    numero("potencia_maxima"),
                    texto("tipo_conector"),
                    numero("preco_kwh"));
        }

        void erro(String coluna, String mensagem) {
            boolean lugarDeOutro =
                    coluna.equals(ONDE) && (erros.containsKey("latitude") || erros.containsKey("longitude"));
            if (!lugarDeOutro) {
                erros.putIfAbsent(coluna, mensagem);
            }
        }

        private String texto(String coluna) {
            return linha.celulas().get(colunas.get(coluna));
        }

        private Integer inteiro(String coluna) {
            Integer valor = Decimal.lerInteiro(texto(coluna)).orElse(null);
            if (valor == null) {
                erro(coluna, "deve ser um número inteiro");
            }
            return valor;
        }

        private Double numero(String coluna) {
            Double valor = Decimal.ler(texto(coluna)).orElse(null);
            if (valor == null) {
                erro(coluna, "deve ser um número, como 22.5 ou 22,5");
            }
            return valor;
        }

        private Double grau(String coluna, int maximo) {
            Double valor = numero(coluna);
            if (valor != null && Math.abs(valor) > maximo) {
                erro(coluna, "deve ser de -%d a %d".formatted(maximo, maximo));
                return null;
            }
            return valor;
        }

        private static int ordem(String coluna) {
            return COLUNAS.indexOf(coluna.equals(ONDE) ? "longitude" : coluna);
        }
    }

    /** The first of them, and how many there are. */
    private static final class Notas {

        private final String nome;
        private final List<ErroCampo> notas = new ArrayList<>();
        private int quantas;

        Notas(String nome) {
            this.nome = nome;
        }

        void anotar(long linha, String coluna, String mensagem) {
            anotar(new ErroCampo("linha %d, %s".formatted(linha, coluna), mensagem));
        }

        void anotar(long linha, String mensagem) {
            anotar(new ErroCampo("linha %d".formatted(linha), mensagem));
        }

        private void anotar(ErroCampo nota) {
            if (++quantas <= MAXIMO) {
                notas.add(nota);
            }
        }

        boolean nenhum() {
            return quantas == 0;
        }

        List<ErroCampo> notas() {
            if (quantas > MAXIMO) {
                notas.add(new ErroCampo("linhas", "há mais %d %s".formatted(quantas - MAXIMO, nome)));
            }
            return notas;
        }
    }
}
