package br.com.recarga.server.postos;

import br.com.recarga.contract.PostosRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which points are read of all: those after one, in the order of their ids, and no more than so many.
 *
 * @param depoisDe ids begin at 1
 */
public record ParteDaLista(int depoisDe, int maximo) {

    /** All of them. */
    public static final ParteDaLista TODOS = new ParteDaLista(0, Integer.MAX_VALUE);

    /** Some 250 KB. */
    private static final int POSTOS = 1_000;

    /** The agenda of each may have many times as much to say as all else of it. */
    private static final int COM_AGENDA = 200;

    /** All, for who does not say that he understands a list in parts. */
    static ParteDaLista de(PostosRequest pedido) {
        if (pedido.depoisDe() == null) {
            return TODOS;
        }
        return new ParteDaLista(pedido.depoisDe(), Boolean.TRUE.equals(pedido.agenda()) ? COM_AGENDA : POSTOS);
    }

    /** These parameters, and those of {@code postos-listar.sql} by which it reads one point more than these, if there are more. */
    public Map<String, Object> com(Map<String, Object> outros) {
        Map<String, Object> parametros = new HashMap<>(outros);
        parametros.put("depois_de", depoisDe);
        parametros.put("maximo", maximo == Integer.MAX_VALUE ? maximo : maximo + 1);
        return parametros;
    }

    /** Without the one that only tells that there are more. */
    List<PostoRegistro> desta(List<PostoRegistro> lidos) {
        return haMais(lidos) ? lidos.subList(0, maximo) : lidos;
    }

    /** The last point of this part; null if there is none after it. */
    Integer continuaDepoisDe(List<PostoRegistro> lidos) {
        return haMais(lidos) ? (Integer) lidos.get(maximo - 1).id() : null;
    }

    private boolean haMais(List<PostoRegistro> lidos) {
        return lidos.size() > maximo;
    }
}
