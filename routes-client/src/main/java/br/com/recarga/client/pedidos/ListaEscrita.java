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
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** A list that is part of many answers, written once, or several such one after the other. Neither it nor what is in it may be changed. */
public final class ListaEscrita extends ArrayNode {

    /** What is between its brackets; of several, each of them that has something. */
    private final transient List<SerializedString> json;

    private final String resumo;

    private ListaEscrita(List<? extends ArrayNode> listas, List<SerializedString> json, String resumo) {
        super(JsonNodeFactory.instance, new ArrayList<>());
        listas.forEach(this::addAll);
        this.json = json;
        this.resumo = resumo;
    }

    static ListaEscrita de(ArrayNode lista) {
        try {
            String escrita = ContractJson.mapper().writeValueAsString(lista);
            SerializedString json = new SerializedString(escrita.substring(1, escrita.length() - 1));
            // by which the threads that answer find it written
            String resumo = DigestUtils.sha256Hex(json.asUnquotedUTF8());
            return new ListaEscrita(List.of(lista), lista.isEmpty() ? List.of() : List.of(json), resumo);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is in these, none of which is written again. */
    static ListaEscrita de(List<ListaEscrita> partes) {
        return new ListaEscrita(
                partes,
                partes.stream().flatMap(parte -> parte.json.stream()).toList(),
                DigestUtils.sha256Hex(partes.stream().map(ListaEscrita::resumo).collect(Collectors.joining(" "))));
    }

    /** The same for what is written the same, in the same parts: SHA-256, in hexadecimal. */
    public String resumo() {
        return resumo;
    }

    /** In characters of JSON. */
    int length() {
        return json.stream().mapToInt(SerializedString::charLength).sum();
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue("[");
        for (int i = 0; i < json.size(); i++) {
            if (i > 0) {
                generator.writeRaw(',');
            }
            generator.writeRaw(json.get(i));
        }
        generator.writeRaw(']');
    }
}
