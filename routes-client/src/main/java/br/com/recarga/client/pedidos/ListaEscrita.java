package br.com.recarga.client.pedidos;

import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** A list that is part of many answers, written once. Neither it nor what is in it may be changed. */
final class ListaEscrita extends ArrayNode {

    private final transient SerializedString json;

    private ListaEscrita(ArrayNode lista, SerializedString json) {
        super(JsonNodeFactory.instance, new ArrayList<>());
        addAll(lista);
        this.json = json;
    }

    static ListaEscrita de(ArrayNode lista) {
        try {
            SerializedString json = new SerializedString(ContractJson.mapper().writeValueAsString(lista));
            // written by as many threads as answer; once, so that they find it
            json.asUnquotedUTF8();
            return new ListaEscrita(lista, json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In characters of JSON. */
    int length() {
        return json.charLength();
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue(json);
    }
}
