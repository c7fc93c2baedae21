package org.mizan.codegen.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Locale;
import org.mizan.codegen.json.Json;
import org.mizan.core.schema.ScalarKind;

/** Shapes in JSON: an object whose member {@code kind} says what it is. */
final class ShapeJson {
    private static final String KIND = "kind";
    private static final String NULLABLE = "nullable";

    private ShapeJson() {}

    static JsonObjectBuilder write(Shape shape) {
        if (shape instanceof Shape.OrNull orNull) {
            return write(orNull.shape()).add(NULLABLE, true);
        }
        var json = Json.createObjectBuilder();
        if (shape instanceof Shape.Scalar scalar) {
            return json.add(KIND, "scalar").add("scalar", scalar.toString());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return json.add(KIND, sequence.set() ? "set" : "list").add("element", write(sequence.element()));
        }
        if (shape instanceof Shape.Dictionary dictionary) {
            return json.add(KIND, "map").add("key", write(dictionary.key())).add("value", write(dictionary.value()));
        }
        if (shape instanceof Shape.Variable variable) {
            return json.add(KIND, "variable").add("name", variable.name());
        }
        if (shape instanceof Shape.Named named) {
            json.add(KIND, "named").add("name", named.name());
            if (!named.arguments().isEmpty()) {
                var arguments = Json.createArrayBuilder();
                named.arguments().forEach(argument -> arguments.add(write(argument)));
                json.add("arguments", arguments);
            }
            return json;
        }
        return json.add(KIND, "nothing");
    }

    static Shape read(JsonObject json) {
        var shape = present(json);
        return json.getBoolean(NULLABLE, false) ? new Shape.OrNull(shape) : shape;
    }

    private static Shape present(JsonObject json) {
        var kind = json.getString(KIND);
        switch (kind) {
            case "scalar":
                return new Shape.Scalar(
                        ScalarKind.valueOf(json.getString("scalar").toUpperCase(Locale.ROOT)));
            case "list", "set":
                return new Shape.Sequence(read(json.getJsonObject("element")), kind.equals("set"));
            case "map":
                return new Shape.Dictionary(read(json.getJsonObject("key")), read(json.getJsonObject("value")));
            case "variable":
                return new Shape.Variable(json.getString("name"));
            case "named":
                var arguments = new ArrayList<Shape>();
                if (json.containsKey("arguments")) {
                    json.getJsonArray("arguments").forEach(argument -> arguments.add(read(argument.asJsonObject())));
                }
                return new Shape.Named(json.getString("name"), arguments);
            case "nothing":
                return new Shape.Nothing();
            default:
                throw new IllegalArgumentException("'" + kind + "' is no kind of type");
        }
    }
}
