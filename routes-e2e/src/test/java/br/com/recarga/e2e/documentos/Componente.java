package br.com.recarga.e2e.documentos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A library in one of our jars, as the jar's own list in CycloneDX says.
 *
 * @param programa the module whose jar it is, such as {@code routes-server}
 * @param artefato {@code group:artifact}
 */
record Componente(String programa, String artefato, String versao) {

    private static final String LISTA = "META-INF/sbom/application.cdx.json";
    private static final String OURS = "br.com.recarga";

    /** What all programs on the class path are made of, each with the libraries that it brings. */
    static List<Componente> distribuidos() throws IOException {
        List<Componente> all = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (URL url : Collections.list(Componente.class.getClassLoader().getResources(LISTA))) {
            try (InputStream in = url.openStream()) {
                JsonNode list = json.readTree(in);
                JsonNode programa = list.at("/metadata/component");
                if (OURS.equals(programa.path("group").asText())) {
                    for (JsonNode part : list.path("components")) {
                        all.add(new Componente(
                                programa.path("name").asText(),
                                part.path("group").asText() + ":"
                                        + part.path("name").asText(),
                                part.path("version").asText()));
                    }
                }
            }
        }
        return all;
    }
}
