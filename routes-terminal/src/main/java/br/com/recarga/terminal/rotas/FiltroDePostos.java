package br.com.recarga.terminal.rotas;

import br.com.recarga.contract.Conector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Which points are wanted.
 *
 * @param livres only those that are free now
 * @param cidade a part of a city's name, or a state, whatever its case and accents; null: any
 * @param conector null: any
 * @param potenciaMinima kW; null: any
 * @param precoMaximo BRL per kWh; null: any
 */
public record FiltroDePostos(
        boolean livres, String cidade, Conector conector, Double potenciaMinima, Double precoMaximo) {

    /** The same answer with the points that are wanted. */
    public Resultado aplicar(Resultado resultado) {
        ObjectNode json = resultado.json().deepCopy();
        if (json.get("postos") instanceof ArrayNode postos) {
            postos.removeIf(posto -> !quer(posto));
        }
        return new Resultado(resultado.status(), json);
    }

    private boolean quer(JsonNode posto) {
        return (!livres || posto.path("disponivel").asBoolean())
                && (cidade == null || naCidade(posto))
                && (conector == null
                        || Conector.de(TextoAlheio.de(posto, "tipo_conector"))
                                .filter(conector::equals)
                                .isPresent())
                && (potenciaMinima == null || posto.path("potencia_maxima").asDouble() >= potenciaMinima)
                && (precoMaximo == null || posto.path("preco_kwh").asDouble(Double.MAX_VALUE) <= precoMaximo);
    }

    private boolean naCidade(JsonNode posto) {
        // as they were shown to whoever wants one of them
        String nome = simples(TextoAlheio.de(posto, "cidade"));
        String uf = simples(TextoAlheio.de(posto, "uf"));
        String querida = simples(cidade);
        return querida.equals(uf)
                || querida.equals(nome + "/" + uf)
                // two letters are a state
                || querida.length() > 2 && nome.contains(querida);
    }

    /** Without case, accents and outer blanks. */
    public static String simples(String texto) {
        return Normalizer.normalize(texto.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
