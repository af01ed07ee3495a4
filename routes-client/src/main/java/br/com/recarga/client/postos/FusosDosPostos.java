package br.com.recarga.client.postos;

import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Fusos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
        JsonNode postos = resposta.path("postos");
        if (!postos.valueStream().allMatch(FusosDosPostos::temFuso)) {
            // another list: that of the server may be in other answers too
            ArrayNode completos = resposta.putArray("postos");
            postos.forEach(posto -> completos.add(temFuso(posto) ? posto : comFuso((ObjectNode) posto)));
        }
        return resposta;
    }

    private static boolean temFuso(JsonNode posto) {
        return !posto.isObject() || Fusos.de(posto.path("fuso").textValue()).isPresent();
    }

    private ObjectNode comFuso(ObjectNode posto) {
        return posto.deepCopy()
                .put("fuso", fuso(posto.path("localizacao").textValue()).getId());
    }

    private ZoneId fuso(String localizacao) {
        return Coordenadas.de(localizacao).flatMap(Fusos::de).orElse(padrao);
    }
}
