package br.com.recarga.client.http;

import br.com.recarga.contract.WireFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the drivers' page is told of its map, as one of its files: how it is configured here. */
@RestController
class MapaDaPagina {

    /** In a browser; who configures streets waits so long for them to be seen by all. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Mapa mapa;

    MapaDaPagina(MapaSettings settings) {
        mapa = settings.ladrilhos().isEmpty()
                ? new Mapa(null, null, null)
                : new Mapa(settings.ladrilhos(), settings.fonte(), settings.zoomMaximo());
    }

    @GetMapping(path = "/pagina/mapa.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mapa mapa(HttpServletResponse response) {
        // an entity's would come beside the one that every answer has
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.maxAge(KEPT).getHeaderValue());
        return mapa;
    }

    /** All absent: there are no pictures. */
    @WireFormat
    record Mapa(String ladrilhos, String fonte, Integer zoomMaximo) {}
}
