package br.com.recarga.terminal.rotas;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a use case answered.
 *
 * @param status as over HTTP
 * @param json as over HTTP
 */
public record Resultado(int status, ObjectNode json) {

    private static final int MULTIPLE_CHOICES = 300;

    /** What is said when nobody can be asked. */
    public static Resultado indisponivel(String porque) {
        ObjectNode json = ContractJson.mapper()
                .createObjectNode()
                .put("status", "erro")
                .put("codigo", Codigo.SERVIDOR_INDISPONIVEL.name())
                .put("mensagem", porque);
        return new Resultado(Codigo.SERVIDOR_INDISPONIVEL.httpStatus(), json);
    }

    public boolean deuCerto() {
        return status < MULTIPLE_CHOICES;
    }

    /** Null for a peer without codes. */
    public Codigo codigo() {
        return Codigo.da(json);
    }

    /** As it may be shown; empty if there is none. */
    public String texto(String campo) {
        return TextoAlheio.de(json, campo);
    }
}
