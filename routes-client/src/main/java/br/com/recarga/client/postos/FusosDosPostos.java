package br.com.recarga.client.postos;

import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Fusos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The zones of points whose servers say none that there is, as the original's. */
@Service
class FusosDosPostos {

    private final ZoneId padrao;

    /** @param padrao of points that lie in no municipality of Brazil */
    FusosDosPostos(@Value("${recarga.fuso}") ZoneId padrao) {
        this.padrao = padrao;
    }

    /** @param resposta about points; any other is left as it is */
    ObjectNode completar(ObjectNode resposta) {
        for (JsonNode posto : resposta.path("postos")) {
            if (posto instanceof ObjectNode campos
                    && Fusos.de(posto.path("fuso").textValue()).isEmpty()) {
                campos.put("fuso", fuso(posto.path("localizacao").textValue()).getId());
            }
        }
        return resposta;
    }

    private ZoneId fuso(String localizacao) {
        return Coordenadas.de(localizacao).flatMap(Fusos::de).orElse(padrao);
    }
}
