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
import org.apache.commons.codec.digest.DigestUtils;

/** A list that is part of many answers, written once. Neither it nor what is in it may be changed. */
public final class ListaEscrita extends ArrayNode {

    private final transient SerializedString json;
    private final String resumo;

    private ListaEscrita(ArrayNode lista, SerializedString json) {
        super(JsonNodeFactory.instance, new ArrayList<>());
        addAll(lista);
        this.json = json;
        // by which the threads that answer find it written
        resumo = DigestUtils.sha256Hex(json.asUnquotedUTF8());
    }

    static ListaEscrita de(ArrayNode lista) {
        try {
            return new ListaEscrita(
                    lista, new SerializedString(ContractJson.mapper().writeValueAsString(lista)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for what is written the same: SHA-256, in hexadecimal. */
    public String resumo() {
        return resumo;
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
