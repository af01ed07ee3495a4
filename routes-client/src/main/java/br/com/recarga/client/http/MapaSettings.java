package br.com.recarga.client.http;

import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.mapa.*}: the streets below the points on the drivers' map, which are somebody else's pictures. Without them the page
 * shows the outlines of the states that it has itself.
 *
 * @param ladrilhos address of a tile with {@code {z}}, {@code {x}} and {@code {y}}, perhaps with {@code {s}.} before the host; one that
 *     begins with {@code /} is of the page's own host; empty: none
 * @param fonte whom the pictures are owed to, as the map says it; at most 120 characters
 * @param zoomMaximo up to which there are pictures, 1 to 22
 */
@Validated
@ConfigurationProperties("recarga.mapa")
record MapaSettings(
        @DefaultValue("") @Size(max = 300) @Pattern(regexp = MapaSettings.MODELO)
        String ladrilhos,

        @DefaultValue("") @Size(max = 120) @SemControle String fonte,
        @DefaultValue("19") @Min(1) @Max(22) int zoomMaximo) {

    /** A host becomes part of a header, so that only letters that hosts have may be in it. */
    private static final String ORIGEM = "https?://(?:\\{s}\\.)?[A-Za-z0-9.-]+(?::[0-9]{1,5})?";

    static final String MODELO =
            "|(?:" + ORIGEM + ")?/(?!/)" + "(?=[^?]*\\{z})(?=.*\\{x})(?=.*\\{y})[A-Za-z0-9._~%&=?@/+{}-]+";

    private static final java.util.regex.Pattern SO_ORIGEM = java.util.regex.Pattern.compile("^" + ORIGEM);

    /** Where the pictures come from, as a source of a Content-Security-Policy; empty if from nobody else. */
    Optional<String> origem() {
        return SO_ORIGEM
                .matcher(ladrilhos)
                .results()
                .findFirst()
                .map(origem -> origem.group().replace("{s}", "*"));
    }
}
