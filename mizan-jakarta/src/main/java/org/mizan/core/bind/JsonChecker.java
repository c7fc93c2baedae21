package org.mizan.core.bind;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/**
 * Tells whether a JSON value that came in is of a declared type, down to the last member (PROTOCOL §3).
 *
 * <p>Nothing is coerced: {@code "5"} is not 5, a number with a fraction is no integer. Thread-safe.
 */
final class JsonChecker {
    private final Registry registry;

    JsonChecker(Registry registry) {
        this.registry = registry;
    }

    /**
     * Checks a value.
     *
     * @throws BindException naming the first part that does not fit
     */
    void check(TypeModel type, JsonValue value, String path) {
        check(type, value, path, Map.of());
    }

    private void check(TypeModel type, JsonValue value, String path, Map<String, TypeModel> variables) {
        if (type instanceof TypeModel.OrNull orNull) {
            if (value != JsonValue.NULL) {
                check(orNull.type(), value, path, variables);
            }
        } else if (type instanceof TypeModel.Scalar scalar) {
            scalar(scalar.kind(), value, path);
        } else if (type instanceof TypeModel.Sequence sequence) {
            var array = expect(JsonArray.class, value, path, "expects an array");
            for (int i = 0; i < array.size(); i++) {
                check(sequence.element(), array.get(i), path + "[" + i + "]", variables);
            }
        } else if (type instanceof TypeModel.Dictionary dictionary) {
            expect(JsonObject.class, value, path, "expects an object").forEach((key, member) -> {
                key(dictionary.key(), key, path);
                check(dictionary.value(), member, path + "[*]", variables);
            });
        } else if (type instanceof TypeModel.Named named) {
            named(named, value, path, variables);
        } else if (type instanceof TypeModel.Variable) {
            check(type.with(variables), value, path, Map.of());
        } else {
            throw new BindException(path, "takes no value");
        }
    }

    private void named(TypeModel.Named named, JsonValue value, String path, Map<String, TypeModel> variables) {
        var definition = registry.types().get(named.type());
        if (definition instanceof TypeDefinition.ObjectType object) {
            var arguments = with(variables, named.arguments());
            object(object, value, path, object.bind(arguments), "");
        } else if (definition instanceof TypeDefinition.EnumType enumeration) {
            var name = expect(JsonString.class, value, path, "expects a string");
            if (!enumeration.constants().contains(name.getString())) {
                throw new BindException(path, "expects one of " + enumeration.constants());
            }
        } else if (definition instanceof TypeDefinition.UnionType union) {
            var arguments = with(variables, named.arguments());
            union(union, expect(JsonObject.class, value, path, "expects an object"), path, union.bind(arguments));
        } else {
            throw new IllegalStateException(named + " is not in the registry");
        }
    }

    private static List<TypeModel> with(Map<String, TypeModel> variables, List<TypeModel> arguments) {
        return arguments.isEmpty()
                ? arguments
                : arguments.stream().map(argument -> argument.with(variables)).toList();
    }

    private void union(
            TypeDefinition.UnionType union, JsonObject value, String path, Map<String, TypeModel> variables) {
        var alternative = value.get(union.discriminator()) instanceof JsonString name
                ? union.alternative(name.getString()).orElse(null)
                : null;
        if (alternative == null
                || !(registry.types().get(alternative.type()) instanceof TypeDefinition.ObjectType object)) {
            throw new BindException(
                    path + "." + union.discriminator(),
                    "expects one of " + union.alternatives().keySet());
        }
        var arguments = with(variables, alternative.arguments());
        object(object, value, path, object.bind(arguments), union.discriminator());
    }

    private void object(
            TypeDefinition.ObjectType type,
            JsonValue value,
            String path,
            Map<String, TypeModel> variables,
            String discriminator) {
        var object = expect(JsonObject.class, value, path, "expects an object");
        for (var property : type.properties().values()) {
            var member = object.get(property.name());
            if (!property.written()) {
                continue;
            }
            if (member != null) {
                check(property.type(), member, path + "." + property.name(), variables);
            } else if (!(property.type().with(variables) instanceof TypeModel.OrNull)) {
                throw new BindException(path + "." + property.name(), "is required");
            }
        }
        for (var name : object.keySet()) {
            var property = type.properties().get(name);
            if ((property == null || !property.written()) && !name.equals(discriminator)) {
                throw new BindException(path, "has a member that it does not know");
            }
        }
    }

    private void key(TypeModel type, String key, String path) {
        if (type instanceof TypeModel.Scalar scalar) {
            var value = ScalarReader.read(scalar.kind(), key, path);
            if (!value.toString().equals(key)) { // 05 and 5 would be one entry
                throw new BindException(path, "expects keys that are whole numbers without leading zeros");
            }
        } else if (type instanceof TypeModel.Named named
                && registry.types().get(named.type()) instanceof TypeDefinition.EnumType enumeration
                && !enumeration.constants().contains(key)) {
            throw new BindException(path, "expects keys out of " + enumeration.constants());
        }
    }

    private static void scalar(ScalarKind kind, JsonValue value, String path) {
        switch (kind.json()) {
            case BOOLEAN -> {
                if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                    throw new BindException(path, "expects true or false");
                }
            }
            case NUMBER -> number(kind, expect(JsonNumber.class, value, path, "expects a number"), path);
            case STRING ->
                ScalarReader.read(
                        kind,
                        expect(JsonString.class, value, path, "expects a string")
                                .getString(),
                        path);
            case ANY -> {}
        }
    }

    private static void number(ScalarKind kind, JsonNumber value, String path) {
        if (kind.isInteger()) {
            ScalarReader.read(kind, value.toString(), path);
        } else if (kind == ScalarKind.FLOAT
                ? Float.isInfinite(value.bigDecimalValue().floatValue())
                : Double.isInfinite(value.doubleValue())) {
            throw new BindException(path, "is out of range");
        }
    }

    private static <T extends JsonValue> T expect(Class<T> form, JsonValue value, String path, String problem) {
        if (!form.isInstance(value)) {
            throw new BindException(path, value == JsonValue.NULL ? "must not be null" : problem);
        }
        return form.cast(value);
    }
}
