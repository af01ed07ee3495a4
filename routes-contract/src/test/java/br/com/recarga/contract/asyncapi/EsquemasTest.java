package br.com.recarga.contract.asyncapi;

import static br.com.recarga.contract.asyncapi.Documento.DO_SERVIDOR;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.Localizacao;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema of the AsyncAPI document is the record of the same name: its fields, their types and their limits. */
class EsquemasTest {

    /** Schemas that are the types of fields, not of records or enums. */
    private static final Set<String> OF_FIELDS =
            Set.of("Identificador", "RequestId", "Placa", "Localizacao", "Instante", "Prazo", "Linha", "Presenca");

    private static final Map<Class<?>, String> JSON_TYPES = Map.of(
            String.class, "string",
            Integer.class, "integer",
            Double.class, "number",
            Boolean.class, "boolean",
            OffsetDateTime.class, "string");

    static Stream<Class<?>> records() {
        return DO_SERVIDOR.schemas().stream()
                .filter(name -> !OF_FIELDS.contains(name))
                .<Class<?>>map(EsquemasTest::contractType)
                .filter(Class::isRecord);
    }

    static Stream<Class<?>> enums() {
        return DO_SERVIDOR.schemas().stream()
                .filter(name -> !OF_FIELDS.contains(name))
                .<Class<?>>map(EsquemasTest::contractType)
                .filter(Class::isEnum);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasTheFieldsOfItsRecord(Class<?> type) {
        JsonNode schema = DO_SERVIDOR.schema(type.getSimpleName());

        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(fields(type).keySet());
        fields(type)
                .forEach((name, field) -> assertType(
                        type.getSimpleName() + "." + name, field.getGenericType(), schema.at("/properties/" + name)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatARequestMustHaveIsRequired(Class<?> type) {
        List<String> must = fields(type).entrySet().stream()
                .filter(field -> field.getValue().isAnnotationPresent(NotNull.class)
                        || field.getValue().isAnnotationPresent(NotBlank.class))
                .map(Map.Entry::getKey)
                .toList();
        List<String> required = new ArrayList<>();
        DO_SERVIDOR.schema(type.getSimpleName()).path("required").forEach(name -> required.add(name.asText()));

        // what only servers write has no rules: there the golden examples say what may be absent
        if (checked(type)) {
            assertThat(required).containsExactlyElementsOf(must);
        } else {
            assertThat(fields(type).keySet()).containsAll(required);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void theLimitsOfAFieldAreThoseOfItsRecord(Class<?> type) {
        if (!checked(type)) {
            return;
        }
        fields(type).forEach((name, field) -> {
            JsonNode schema =
                    DO_SERVIDOR.merged(DO_SERVIDOR.schema(type.getSimpleName()).at("/properties/" + name));
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
    void anEnumHasTheValuesOfTheCode(Class<?> type) {
        assertThat(DO_SERVIDOR.schema(type.getSimpleName()).path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(values(type));
    }

    @Test
    void everySchemaIsUsed() {
        String all = DO_SERVIDOR.at("/components").toString();

        assertThat(DO_SERVIDOR.schemas()).allMatch(name -> all.contains("#/components/schemas/" + name + "\""));
    }

    private static void assertType(String name, Type type, JsonNode schema) {
        JsonNode merged = DO_SERVIDOR.merged(schema);
        if (type instanceof ParameterizedType list) {
            assertThat(list.getRawType()).isEqualTo(List.class);
            assertThat(merged.path("type").asText()).as(name).isEqualTo("array");
            assertType(name + "[]", list.getActualTypeArguments()[0], merged.path("items"));
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
            assertThat(merged.path("format").asText("none"))
                    .as(name)
                    .isEqualTo(plain == OffsetDateTime.class ? "date-time" : "none");
        }
    }

    /** The fields as they go over the wire, in the order of the record. */
    private static Map<String, Field> fields(Class<?> type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        var config = ContractJson.mapper().getSerializationConfig();
        List<BeanPropertyDefinition> properties =
                config.introspect(config.constructType(type)).findProperties();
        for (BeanPropertyDefinition property : properties) {
            fields.put(property.getName(), property.getField().getAnnotated());
        }
        return fields;
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
        } catch (ClassNotFoundException e) {
            throw new AssertionError("schema " + name + " is no type of the contract", e);
        }
    }
}
