package br.com.recarga.contract.documentos;

import static br.com.recarga.contract.documentos.Documento.DO_SERVIDOR;
import static br.com.recarga.contract.documentos.Documento.HTTP_DO_CLIENTE;
import static br.com.recarga.contract.documentos.Documento.HTTP_DO_SERVIDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Topics;
import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.Localizacao;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema of a document is the record of the same name: its fields, their types and their limits. */
class EsquemasTest {

    /** Schemas that are the types of fields, not of records or enums. */
    private static final Set<String> OF_FIELDS =
            Set.of("Identificador", "RequestId", "Placa", "Localizacao", "Instante", "Prazo", "Linha");

    /** What a client puts together of several servers' answers, without a record: their examples alone are checked. */
    private static final Set<String> PUT_TOGETHER = Set.of(
            "Postos",
            "PostoDoServidor",
            "Reservas",
            "ReservaConsultada",
            "RespostaIncerta",
            "PlanoDeViagem",
            "Carros",
            "CarroDoCatalogo",
            "MunicipiosAchados",
            "Servidores",
            "ServidorVisto");

    private static final Map<Class<?>, String> JSON_TYPES = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(Integer.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Double.class, "number"),
            Map.entry(double.class, "number"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(OffsetDateTime.class, "string"),
            Map.entry(LocalDateTime.class, "string"));

    /** Where the standard of the documents has one. */
    private static final Map<Class<?>, String> FORMATS =
            Map.of(OffsetDateTime.class, "date-time", Long.class, "int64", long.class, "int64");

    static Stream<Arguments> records() {
        return types().filter(schema -> ((Class<?>) schema.get()[1]).isRecord());
    }

    static Stream<Arguments> enums() {
        return types().filter(schema -> ((Class<?>) schema.get()[1]).isEnum());
    }

    private static Stream<Arguments> types() {
        return documents()
                .flatMap(documento -> documento.schemas().stream()
                        .filter(name -> !OF_FIELDS.contains(name) && !PUT_TOGETHER.contains(name))
                        .map(name -> arguments(documento, contractType(name))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasTheFieldsOfItsRecord(Documento documento, Class<?> type) {
        JsonNode schema = documento.schema(type.getSimpleName());

        unwrapped(type).ifPresent(whole -> assertThat(Documento.named(schema)).isEqualTo(whole.getSimpleName()));
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(fields(type).keySet());
        fields(type)
                .forEach((name, field) -> assertType(
                        documento,
                        type.getSimpleName() + "." + name,
                        field.getGenericType(),
                        schema.at("/properties/" + name)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatARequestMustHaveIsRequired(Documento documento, Class<?> type) {
        List<String> must = fields(type).entrySet().stream()
                .filter(field -> field.getValue().isAnnotationPresent(NotNull.class)
                        || field.getValue().isAnnotationPresent(NotBlank.class))
                .map(Map.Entry::getKey)
                .toList();
        List<String> required = new ArrayList<>();
        documento.schema(type.getSimpleName()).path("required").forEach(name -> required.add(name.asText()));

        // what only servers write has no rules: there the golden examples say what may be absent
        if (checked(type)) {
            assertThat(required).containsExactlyElementsOf(must);
        } else {
            assertThat(fields(type).keySet()).containsAll(required);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void theLimitsOfAFieldAreThoseOfItsRecord(Documento documento, Class<?> type) {
        if (!checked(type)) {
            return;
        }
        fields(type).forEach((name, field) -> {
            JsonNode schema =
                    documento.merged(documento.schema(type.getSimpleName()).at("/properties/" + name));
            Map<String, String> stated = new TreeMap<>();
            for (String limit :
                    List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern")) {
                if (schema.has(limit)) {
                    stated.put(limit, schema.get(limit).asText());
                }
            }

            assertThat(stated).as(type.getSimpleName() + "." + name).isEqualTo(limits(field));
        });
    }

    @ParameterizedTest
    @MethodSource("enums")
    void anEnumHasTheValuesOfTheCode(Documento documento, Class<?> type) {
        assertThat(documento.schema(type.getSimpleName()).path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(values(type));
    }

    static Stream<Documento> documents() {
        return Stream.of(DO_SERVIDOR, HTTP_DO_SERVIDOR, HTTP_DO_CLIENTE);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySchemaIsUsed(Documento documento) {
        String all = documento.at("/components").toString() + documento.at("/paths");

        assertThat(documento.schemas()).allMatch(name -> all.contains("#/components/schemas/" + name + "\""));
    }

    private static void assertType(Documento documento, String name, Type type, JsonNode schema) {
        JsonNode merged = documento.merged(schema);
        if (type instanceof ParameterizedType many) {
            boolean list = many.getRawType() == List.class;
            Type[] of = many.getActualTypeArguments();
            assertThat(merged.path("type").asText()).as(name).isEqualTo(list ? "array" : "object");
            assertType(documento, name + "[]", of[of.length - 1], merged.path(list ? "items" : "additionalProperties"));
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            assertThat(Documento.named(schema)).as(name).isEqualTo(plain.getSimpleName());
        } else if (plain.isEnum()) {
            assertThat(merged.path("enum"))
                    .as(name)
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(values(plain));
        } else {
            assertThat(merged.path("type").asText()).as(name).isEqualTo(JSON_TYPES.get(plain));
            assertThat(merged.path("format").asText("none")).as(name).isEqualTo(FORMATS.getOrDefault(plain, "none"));
        }
    }

    /** The fields as they go over the wire, in the order of the record. */
    private static Map<String, Field> fields(Class<?> type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        var config = ContractJson.mapper().getSerializationConfig();
        List<BeanPropertyDefinition> properties =
                config.introspect(config.constructType(type)).findProperties();
        for (BeanPropertyDefinition property : properties) {
            Field field = property.getField().getAnnotated();
            if (!field.isAnnotationPresent(JsonUnwrapped.class)) {
                fields.put(property.getName(), field);
            }
        }
        return fields;
    }

    /** The record whose fields stand among those of this one. */
    private static Optional<Class<?>> unwrapped(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonUnwrapped.class))
                .<Class<?>>map(Field::getType)
                .findAny();
    }

    /** Whether somebody else writes it, so that its rules are checked. */
    private static boolean checked(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .flatMap(field -> Stream.of(field.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
    }

    private static Map<String, String> limits(Field field) {
        Map<String, String> limits = new TreeMap<>();
        for (Annotation annotation : field.getAnnotations()) {
            if (annotation instanceof Size size) {
                String of = field.getType() == String.class ? "Length" : "Items";
                if (size.min() > 0) {
                    limits.put("min" + of, String.valueOf(size.min()));
                }
                limits.put("max" + of, String.valueOf(size.max()));
            } else if (annotation instanceof NotBlank) {
                limits.put("minLength", "1");
            } else if (annotation instanceof DecimalMin min) {
                limits.put("minimum", min.value());
            } else if (annotation instanceof DecimalMax max) {
                limits.put("maximum", max.value());
            } else if (annotation instanceof Max max) {
                limits.put("maximum", String.valueOf(max.value()));
            } else if (annotation instanceof Positive) {
                limits.put("minimum", "1");
            } else if (annotation instanceof Identificador) {
                limits.put("pattern", "^" + Identificador.REGEXP + "$");
            } else if (annotation instanceof RequestId) {
                limits.put("pattern", "^" + RequestId.REGEXP + "$");
            } else if (annotation instanceof Localizacao) {
                limits.put("pattern", "^(" + Localizacao.REGEXP + ")$");
            } else if (annotation instanceof SemControle) {
                limits.put(
                        "pattern",
                        "^" + SemControle.class.getAnnotation(Pattern.class).regexp() + "$");
            } else if (annotation instanceof Pattern pattern) {
                limits.put("pattern", pattern(pattern.regexp()));
            }
        }
        return limits;
    }

    /** A plate is checked once it has its stored form; on the wire it may also have a hyphen and small letters. */
    private static String pattern(String regexp) {
        return regexp.equals(Carro.PLACA) ? "^[A-Za-z]{3}-?[0-9][A-Za-z0-9][0-9]{2}$" : "^" + regexp + "$";
    }

    private static List<String> values(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(value -> ContractJson.mapper().valueToTree(value).asText())
                .toList();
    }

    private static Class<?> contractType(String name) {
        try {
            return Class.forName(Topics.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException notOfItsOwn) {
            return Stream.of(Exemplo.values())
                    .flatMap(exemplo -> Stream.of(exemplo.tipo().getDeclaredClasses()))
                    .filter(nested -> nested.getSimpleName().equals(name))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("schema " + name + " is no type of the contract"));
        }
    }
}
