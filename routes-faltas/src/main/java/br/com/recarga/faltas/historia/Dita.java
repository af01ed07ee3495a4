package br.com.recarga.faltas.historia;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;

/**
 * What was answered.
 *
 * @param referencia the reservation or the trip that it speaks of
 * @param vagas the windows that it speaks of
 * @param foraDoAr of {@link Acao#VER_SERVIDORES}: the operators of which it says that they are not there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dita(
        int http,
        String codigo,
        String situacao,
        String referencia,
        String placa,
        List<Vaga> vagas,
        List<String> foraDoAr) {

    /** After these the caller does not know what was done, or is asked to come again. */
    private static final Set<String> INCERTAS = Set.of(
            "SERVIDOR_INDISPONIVEL", "SERVIDOR_DESCONHECIDO", "TEMPO_ESGOTADO", "LIMITE_EXCEDIDO", "ERRO_INTERNO");

    /** Whether the caller knows what came of it, and need not ask again. */
    public boolean definitiva() {
        return http != 202 && codigo != null && !INCERTAS.contains(codigo);
    }

    /** Whether what was asked is done. */
    public boolean feita() {
        return http == 200 && "OK".equals(codigo);
    }
}
