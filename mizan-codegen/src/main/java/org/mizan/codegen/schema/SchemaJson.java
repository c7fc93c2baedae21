package org.mizan.codegen.schema;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mizan.codegen.json.Json;
import org.mizan.codegen.json.PrettyJson;
import org.mizan.codegen.schema.SchemaDocument.Parameter;
import org.mizan.codegen.schema.SchemaDocument.Property;
import org.mizan.codegen.schema.SchemaDocument.Type;

/** {@code schema.json}: writes and reads the form that {@code docs/schema.schema.json} describes. */
public final class SchemaJson {
    /** The version of the form; readers refuse others. */
    private static final int VERSION = 1;

    private static final String DEPRECATED = "deprecated";
    private static final String PARAMETERS = "parameters";
    private static final String CONSTRAINTS = "constraints";

    private SchemaJson() {}

    /** The text of a document. */
    public static String write(SchemaDocument document) {
        return PrettyJson.of(Json.createObjectBuilder()
                .add("version", VERSION)
                .add("hash", document.hash())
                .add("contexts", map(document.contexts(), SchemaJson::context))
                .add("functions", map(document.functions(), SchemaJson::function))
                .add("types", map(document.types(), SchemaJson::type))
                .build());
    }

    private static <T> JsonObjectBuilder map(Map<String, T> items, Function<T, JsonObjectBuilder> write) {
        var json = Json.createObjectBuilder();
        items.forEach((name, item) -> json.add(name, write.apply(item)));
        return json;
    }

    private static JsonObjectBuilder context(SchemaDocument.Context context) {
        return Json.createObjectBuilder()
                .add("functions", Json.createArrayBuilder(context.functions()))
                .add(PARAMETERS, map(context.parameters(), SchemaJson::parameter));
    }

    private static JsonObjectBuilder function(SchemaDocument.Function function) {
        var json = Json.createObjectBuilder();
        if (function.context() != null) {
            json.add("context", function.context());
        }
        if (!function.affects().isEmpty()) {
            json.add("affects", Json.createArrayBuilder(function.affects()));
        }
        json.add(PARAMETERS, map(function.parameters(), SchemaJson::parameter));
        json.add("result", ShapeJson.write(function.result()));
        return deprecated(json, function.deprecated());
    }

    private static JsonObjectBuilder parameter(Parameter parameter) {
        var json = Json.createObjectBuilder()
                .add("required", parameter.required())
                .add("type", ShapeJson.write(parameter.type()));
        if (parameter.defaultText() != null) {
            json.add("default", parameter.defaultText());
        }
        if (!parameter.constraints().isEmpty()) {
            json.add(CONSTRAINTS, ConstraintJson.write(parameter.constraints()));
        }
        return deprecated(json, parameter.deprecated());
    }

    private static JsonObjectBuilder type(Type type) {
        var json = Json.createObjectBuilder();
        if (type instanceof SchemaDocument.ObjectType object) {
            typeParameters(json.add("kind", "object"), object)
                    .add("properties", map(object.properties(), SchemaJson::property));
        } else if (type instanceof SchemaDocument.EnumType enumeration) {
            json.add("kind", "enum").add("constants", Json.createArrayBuilder(enumeration.constants()));
            if (!enumeration.deprecatedConstants().isEmpty()) {
                json.add(
                        "deprecatedConstants",
                        Json.createArrayBuilder(enumeration.deprecatedConstants().stream()
                                .sorted()
                                .toList()));
            }
        } else if (type instanceof SchemaDocument.UnionType union) {
            typeParameters(json.add("kind", "union"), union)
                    .add("discriminator", union.discriminator())
                    .add("alternatives", map(union.alternatives(), ShapeJson::write));
        }
        return deprecated(json, type.deprecated());
    }

    private static JsonObjectBuilder typeParameters(JsonObjectBuilder json, Type type) {
        return type.typeParameters().isEmpty()
                ? json
                : json.add("typeParameters", Json.createArrayBuilder(type.typeParameters()));
    }

    private static JsonObjectBuilder property(Property property) {
        var json = Json.createObjectBuilder()
                .add("type", ShapeJson.write(property.type()))
                .add("read", property.read())
                .add("written", property.written());
        if (!property.constraints().isEmpty()) {
            json.add(CONSTRAINTS, ConstraintJson.write(property.constraints()));
        }
        return deprecated(json, property.deprecated());
    }

    private static JsonObjectBuilder deprecated(JsonObjectBuilder json, boolean deprecated) {
        return deprecated ? json.add(DEPRECATED, true) : json;
    }

    /**
     * The document of a text.
     *
     * @throws IllegalArgumentException when it is no such text, or of another version
     */
    public static SchemaDocument read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var json = reader.readObject();
            if (json.getInt("version", 0) != VERSION) {
                throw new IllegalArgumentException("its version is not " + VERSION);
            }
            return new SchemaDocument(
                    json.getString("hash"),
                    map(json, "contexts", SchemaJson::readContext),
                    map(json, "functions", SchemaJson::readFunction),
                    map(json, "types", SchemaJson::readType));
        } catch (JsonException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("it is not of the form of schema.json", e);
        }
    }

    private static <T> SortedMap<String, T> map(JsonObject json, String member, Function<JsonObject, T> read) {
        var items = new TreeMap<String, T>();
        json.getJsonObject(member).forEach((name, item) -> items.put(name, read.apply(item.asJsonObject())));
        return items;
    }

    private static List<String> texts(JsonObject json, String member) {
        var texts = new ArrayList<String>();
        if (json.containsKey(member)) {
            json.getJsonArray(member).getValuesAs(JsonString.class).forEach(text -> texts.add(text.getString()));
        }
        return texts;
    }

    private static SchemaDocument.Context readContext(JsonObject json) {
        return new SchemaDocument.Context(map(json, PARAMETERS, SchemaJson::readParameter), texts(json, "functions"));
    }

    private static SchemaDocument.Function readFunction(JsonObject json) {
        return new SchemaDocument.Function(
                json.getString("context", null),
                map(json, PARAMETERS, SchemaJson::readParameter),
                ShapeJson.read(json.getJsonObject("result")),
                texts(json, "affects"),
                json.getBoolean(DEPRECATED, false));
    }

    private static Parameter readParameter(JsonObject json) {
        return new Parameter(
                ShapeJson.read(json.getJsonObject("type")),
                json.getBoolean("required"),
                json.getString("default", null),
                constraints(json),
                json.getBoolean(DEPRECATED, false));
    }

    private static List<org.mizan.core.schema.constraint.Constraint> constraints(JsonObject json) {
        return json.containsKey(CONSTRAINTS) ? ConstraintJson.read(json.getJsonArray(CONSTRAINTS)) : List.of();
    }

    private static Type readType(JsonObject json) {
        boolean deprecated = json.getBoolean(DEPRECATED, false);
        return switch (json.getString("kind")) {
            case "object" ->
                new SchemaDocument.ObjectType(
                        texts(json, "typeParameters"), map(json, "properties", SchemaJson::readProperty), deprecated);
            case "enum" ->
                new SchemaDocument.EnumType(
                        texts(json, "constants"), Set.copyOf(texts(json, "deprecatedConstants")), deprecated);
            case "union" ->
                new SchemaDocument.UnionType(
                        texts(json, "typeParameters"),
                        json.getString("discriminator"),
                        map(json, "alternatives", SchemaJson::readNamed),
                        deprecated);
            default -> throw new IllegalArgumentException("'" + json.getString("kind") + "' is no kind of type");
        };
    }

    private static Shape.Named readNamed(JsonObject json) {
        return (Shape.Named) ShapeJson.read(json);
    }

    private static Property readProperty(JsonObject json) {
        return new Property(
                ShapeJson.read(json.getJsonObject("type")),
                json.getBoolean("read"),
                json.getBoolean("written"),
                constraints(json),
                json.getBoolean(DEPRECATED, false));
    }
}
