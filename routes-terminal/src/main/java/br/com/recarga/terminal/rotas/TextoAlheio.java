package br.com.recarga.terminal.rotas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What servers and their operators wrote, as it may be shown: on a terminal it must not be able to do more than be read. */
public final class TextoAlheio {

    /** Of both sets, C0 and C1; what is invisible or turns the direction of writing; and what breaks a line. */
    private static final Pattern CONTROLES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private TextoAlheio() {}

    /** Empty if there is none. */
    public static String de(JsonNode json, String campo) {
        return limpo(json.path(campo).asText(""));
    }

    /** In one line, with a blank for each character that is not to be seen. */
    public static String limpo(String texto) {
        return CONTROLES.matcher(texto).replaceAll(" ").strip();
    }
}
