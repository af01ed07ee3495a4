package br.com.recarga.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The three fields that say whom a message is from and for, read from the top level of a JSON object without binding the
 * rest. Reading stops as soon as all three are known, and also survives a body that is malformed further on: a request
 * that can be answered has to be answered. A field that is missing, repeated after the stop or not a string is null.
 */
public record Envelope(String requestId, String clientId, String serverId) {

    /** Reads what can be read; never fails. */
    public static Envelope read(byte[] json) {
        String requestId = null;
        String clientId = null;
        String serverId = null;
        try (JsonParser parser = ContractJson.mapper().createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME
                        && (requestId == null || clientId == null || serverId == null)) {
                    String field = parser.currentName();
                    parser.nextToken();
                    switch (field) {
                        case "request_id" -> requestId = text(parser);
                        case "client_id" -> clientId = text(parser);
                        case "server_id" -> serverId = text(parser);
                        default -> parser.skipChildren();
                    }
                }
            }
        } catch (IOException malformed) {
            // what was read before the fault stands; whoever binds the body will meet the fault again and say it
        }
        return new Envelope(requestId, clientId, serverId);
    }

    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }
}
