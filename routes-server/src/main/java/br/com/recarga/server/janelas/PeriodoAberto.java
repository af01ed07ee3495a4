package br.com.recarga.server.janelas;

import br.com.recarga.contract.PedidoRecusado;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What lies between two times, either of which may be left open by null. */
public record PeriodoAberto(OffsetDateTime de, OffsetDateTime ate) {

    /**
     * Parameters of every statement that looks for what overlaps it; null where it is open.
     *
     * @throws PedidoRecusado if it ends before it begins, or in a year that the database could not order
     */
    public Map<String, Object> parametros() {
        if (de != null && ate != null && !ate.isAfter(de)) {
            throw PedidoRecusado.campo("ate", "deve ser posterior a 'de'");
        }
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("de", gravado("de", de));
        parametros.put("ate", gravado("ate", ate));
        return parametros;
    }

    /** In the database years have four digits. */
    private static String gravado(String campo, OffsetDateTime time) {
        if (time == null) {
            return null;
        }
        int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw PedidoRecusado.campo(campo, "deve ter um ano de quatro algarismos");
        }
        return Instantes.format(time.toInstant());
    }
}
