package org.mizan.codegen.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.mizan.codegen.json.Json;
import org.mizan.core.schema.constraint.Constraint;
import org.mizan.core.schema.constraint.Constraint.Part;

/** Constraints in JSON. */
final class ConstraintJson {
    private ConstraintJson() {}

    static JsonArrayBuilder write(List<Constraint> constraints) {
        var all = Json.createArrayBuilder();
        for (var constraint : constraints) {
            var json = Json.createObjectBuilder().add("name", constraint.name());
            if (!constraint.standard()) {
                json.add("custom", true);
            }
            if (!constraint.attributes().isEmpty()) {
                var attributes = Json.createObjectBuilder();
                constraint.attributes().forEach((name, value) -> attributes.add(name, value(value)));
                json.add("attributes", attributes);
            }
            if (!constraint.within().isEmpty()) {
                var within = Json.createArrayBuilder();
                constraint.within().forEach(part -> within.add(part.name().toLowerCase(Locale.ROOT)));
                json.add("within", within);
            }
            all.add(json);
        }
        return all;
    }

    private static JsonValue value(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Long number) {
            return Json.createValue(number);
        }
        if (value instanceof Double number) {
            return number.isInfinite() || number.isNaN()
                    ? Json.createValue(number.toString())
                    : Json.createValue(number);
        }
        if (value instanceof List<?> list) {
            var array = Json.createArrayBuilder();
            list.forEach(item -> array.add(value(item)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }

    static List<Constraint> read(JsonArray array) {
        var constraints = new ArrayList<Constraint>();
        for (var item : array.getValuesAs(JsonObject.class)) {
            var attributes = new TreeMap<String, Object>();
            if (item.containsKey("attributes")) {
                item.getJsonObject("attributes").forEach((name, value) -> attributes.put(name, object(value)));
            }
            var within = new ArrayList<Part>();
            if (item.containsKey("within")) {
                item.getJsonArray("within")
                        .getValuesAs(JsonString.class)
                        .forEach(
                                part -> within.add(Part.valueOf(part.getString().toUpperCase(Locale.ROOT))));
            }
            constraints.add(
                    new Constraint(item.getString("name"), !item.getBoolean("custom", false), attributes, within));
        }
        return constraints;
    }

    private static Object object(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.isIntegral() ? (Object) number.longValue() : (Object) number.doubleValue();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(ConstraintJson::object).toList();
        }
        return value instanceof JsonString text ? text.getString() : (Object) (value == JsonValue.TRUE);
    }
}
