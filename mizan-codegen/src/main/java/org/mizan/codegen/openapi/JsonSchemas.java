package org.mizan.codegen.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mizan.codegen.compile.TypeNames;
import org.mizan.codegen.compile.Usage;
import org.mizan.codegen.compile.Usage.Direction;
import org.mizan.codegen.json.Json;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/**
 * JSON Schemas (draft 2020-12) of models. JSON Schema knows no generics: each use of a generic type with other
 * arguments is a component of its own, {@code PageOfOrder}. Not thread-safe.
 */
final class JsonSchemas {
    private final Registry registry;
    private final TypeNames names;
    private final SortedMap<String, JsonObject> components = new TreeMap<>();

    JsonSchemas(Registry registry, TypeNames names) {
        this.registry = registry;
        this.names = names;
    }

    /** The schemas that others refer to, by name. */
    SortedMap<String, JsonObject> components() {
        return components;
    }

    static JsonObjectBuilder reference(String component) {
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + component);
    }

    JsonObjectBuilder of(TypeModel type, Direction direction) {
        var json = Json.createObjectBuilder();
        if (type instanceof TypeModel.OrNull orNull) {
            return json.add(
                    "anyOf",
                    Json.createArrayBuilder()
                            .add(of(orNull.type(), direction))
                            .add(Json.createObjectBuilder().add("type", "null")));
        }
        if (type instanceof TypeModel.Scalar scalar) {
            return scalar(scalar.kind());
        }
        if (type instanceof TypeModel.Sequence sequence) {
            json.add("type", "array").add("items", of(sequence.element(), direction));
            return sequence.order() == TypeModel.Sequence.Order.NONE && direction == Direction.RESULT
                    ? json.add("uniqueItems", true)
                    : json;
        }
        if (type instanceof TypeModel.Dictionary dictionary) {
            json.add("type", "object").add("additionalProperties", of(dictionary.value(), direction));
            return dictionary.key() instanceof TypeModel.Scalar scalar
                            && scalar.kind().json() == ScalarKind.Json.STRING
                    ? json
                    : json.add("propertyNames", key(dictionary.key(), direction));
        }
        return type instanceof TypeModel.Named named
                ? reference(component(named, direction))
                : json.add("type", "null");
    }

    private JsonObjectBuilder key(TypeModel key, Direction direction) {
        return key instanceof TypeModel.Named
                ? of(key, direction)
                : Json.createObjectBuilder().add("pattern", "^-?(0|[1-9][0-9]*)$");
    }

    private static JsonObjectBuilder scalar(ScalarKind kind) {
        var json = Json.createObjectBuilder();
        return switch (kind) {
            case BOOLEAN -> json.add("type", "boolean");
            case BYTE ->
                json.add("type", "integer").add("minimum", Byte.MIN_VALUE).add("maximum", Byte.MAX_VALUE);
            case SHORT ->
                json.add("type", "integer").add("minimum", Short.MIN_VALUE).add("maximum", Short.MAX_VALUE);
            case INT -> json.add("type", "integer").add("format", "int32");
            case LONG -> json.add("type", "integer").add("format", "int64");
            case FLOAT -> json.add("type", "number").add("format", "float");
            case DOUBLE -> json.add("type", "number").add("format", "double");
            case LONG_TEXT, BIG_INTEGER -> json.add("type", "string").add("pattern", "^-?[0-9]+$");
            case BIG_DECIMAL -> json.add("type", "string").add("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
            case CHAR -> json.add("type", "string").add("minLength", 1).add("maxLength", 1);
            case BYTES -> json.add("type", "string").add("contentEncoding", "base64");
            case UUID_TEXT -> json.add("type", "string").add("format", "uuid");
            case URI_TEXT -> json.add("type", "string").add("format", "uri-reference");
            case INSTANT, DATE, OFFSET_DATE_TIME, ZONED_DATE_TIME ->
                json.add("type", "string").add("format", "date-time");
            case LOCAL_DATE -> json.add("type", "string").add("format", "date");
            case DURATION, PERIOD -> json.add("type", "string").add("format", "duration");
            case JSON -> json;
            default -> json.add("type", "string");
        };
    }

    /** The name of a type's component, which is made if need be. */
    private String component(TypeModel.Named named, Direction direction) {
        var name = name(named, direction);
        if (!components.containsKey(name)) {
            components.put(name, JsonValue.EMPTY_JSON_OBJECT); // A type that contains itself finds it under way.
            components.put(name, definition(named, direction));
        }
        return name;
    }

    private String name(TypeModel type, Direction direction) {
        if (type instanceof TypeModel.OrNull orNull) {
            return name(orNull.type(), direction) + "OrNull";
        }
        if (type instanceof TypeModel.Scalar scalar) {
            return Naming.capitalised(scalar.toString().replace("_", ""));
        }
        if (type instanceof TypeModel.Sequence sequence) {
            return (sequence.order() == TypeModel.Sequence.Order.NONE ? "SetOf" : "ListOf")
                    + name(sequence.element(), direction);
        }
        if (type instanceof TypeModel.Dictionary dictionary) {
            return "MapOf" + name(dictionary.key(), direction) + "To" + name(dictionary.value(), direction);
        }
        if (!(type instanceof TypeModel.Named named)) {
            return "Null";
        }
        var name = names.name(named.type(), direction);
        return named.arguments().isEmpty()
                ? name
                : name
                        + named.arguments().stream()
                                .map(argument -> name(argument, direction))
                                .collect(Collectors.joining("And", "Of", ""));
    }

    private JsonObject definition(TypeModel.Named named, Direction direction) {
        var definition = registry.types().get(named.type());
        var json = Json.createObjectBuilder();
        if (definition instanceof TypeDefinition.EnumType enumeration) {
            json.add("type", "string").add("enum", Json.createArrayBuilder(enumeration.constants()));
        } else if (definition instanceof TypeDefinition.UnionType union) {
            union(union, union.bind(named.arguments()), direction, json);
        } else if (definition instanceof TypeDefinition.ObjectType object) {
            object(object, object.bind(named.arguments()), direction, json);
        }
        return (definition != null && definition.deprecated() ? json.add("deprecated", true) : json).build();
    }

    /** The discriminator belongs to the union: an alternative that is used by itself does not have it. */
    private void union(
            TypeDefinition.UnionType union,
            Map<String, TypeModel> variables,
            Direction direction,
            JsonObjectBuilder json) {
        var alternatives = Json.createArrayBuilder();
        union.alternatives().forEach((value, type) -> {
            var properties = Json.createObjectBuilder()
                    .add(union.discriminator(), Json.createObjectBuilder().add("const", value));
            alternatives.add(Json.createObjectBuilder()
                    .add(
                            "allOf",
                            Json.createArrayBuilder()
                                    .add(of(type.with(variables), direction))
                                    .add(Json.createObjectBuilder()
                                            .add("type", "object")
                                            .add("properties", properties)
                                            .add(
                                                    "required",
                                                    Json.createArrayBuilder().add(union.discriminator())))));
        });
        json.add("oneOf", alternatives);
    }

    private void object(
            TypeDefinition.ObjectType object,
            Map<String, TypeModel> variables,
            Direction direction,
            JsonObjectBuilder json) {
        var properties = Json.createObjectBuilder();
        var required = Json.createArrayBuilder();
        for (var property : object.properties().values()) {
            if (Usage.has(property, direction)) {
                var type = property.type().with(variables);
                var schema = of(type, direction);
                properties.add(property.name(), property.deprecated() ? schema.add("deprecated", true) : schema);
                if (direction == Direction.RESULT || !(type instanceof TypeModel.OrNull)) {
                    required.add(property.name());
                }
            }
        }
        json.add("type", "object").add("properties", properties).add("required", required);
    }
}
