package org.mizan.core.bind;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.problem.Problem;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/**
 * Walks what JSON-B wrote beside the declared type and writes it out canonically.
 *
 * <p>Members of objects that the type does not have are left out: the client's type knows nothing of them, and a
 * subclass must not leak what its declared class does not show.
 */
final class CanonicalWalk {
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf((1L << 53) - 1);

    private final Registry registry;
    private final boolean mends;

    /**
     * Creates one.
     *
     * @param mends whether half of a surrogate pair becomes U+FFFD instead of a failure
     */
    CanonicalWalk(Registry registry, boolean mends) {
        this.registry = registry;
        this.mends = mends;
    }

    void write(TypeModel type, JsonValue value, StringBuilder out, String place) {
        write(type, value, out, place, Map.of());
    }

    private void write(
            TypeModel type, JsonValue value, StringBuilder out, Object place, Map<String, TypeModel> variables) {
        if (type instanceof TypeModel.OrNull orNull) {
            if (value == JsonValue.NULL) {
                out.append("null");
            } else {
                write(orNull.type(), value, out, place, variables);
            }
        } else if (type instanceof TypeModel.Scalar scalar) {
            scalar(scalar.kind(), value, out, place);
        } else if (type instanceof TypeModel.Sequence sequence) {
            sequence(sequence, expect(JsonArray.class, value, place, "an array"), out, place, variables);
        } else if (type instanceof TypeModel.Dictionary dictionary) {
            dictionary(dictionary, expect(JsonObject.class, value, place, "an object"), out, place, variables);
        } else if (type instanceof TypeModel.Named named) {
            named(named, value, out, place, variables);
        } else if (type instanceof TypeModel.Variable) {
            write(type.with(variables), value, out, place, Map.of());
        } else {
            out.append("null");
        }
    }

    private void sequence(
            TypeModel.Sequence type,
            JsonArray array,
            StringBuilder out,
            Object place,
            Map<String, TypeModel> variables) {
        out.append('[');
        if (type.order() == TypeModel.Sequence.Order.NONE) {
            out.append(String.join(",", sorted(type, array, place, variables)));
        } else {
            for (int i = 0; i < array.size(); i++) {
                write(type.element(), array.get(i), i == 0 ? out : out.append(','), place, variables);
            }
        }
        out.append(']');
    }

    private List<String> sorted(
            TypeModel.Sequence type, JsonArray array, Object place, Map<String, TypeModel> variables) {
        List<String> elements = new ArrayList<>(array.size());
        for (var element : array) {
            var text = new StringBuilder();
            write(type.element(), element, text, place, variables);
            elements.add(text.toString());
        }
        elements.sort((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        return elements;
    }

    private void dictionary(
            TypeModel.Dictionary type,
            JsonObject object,
            StringBuilder out,
            Object place,
            Map<String, TypeModel> variables) {
        char separator = '{';
        for (var member : new TreeMap<>(object).entrySet()) {
            out.append(separator);
            text(member.getKey(), out, place);
            out.append(':');
            write(type.value(), member.getValue(), out, place, variables);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private void named(
            TypeModel.Named named, JsonValue value, StringBuilder out, Object place, Map<String, TypeModel> variables) {
        var definition = registry.types().get(named.type());
        if (definition instanceof TypeDefinition.EnumType) {
            text(expect(JsonString.class, value, place, "a string").getString(), out, place);
            return;
        }
        var object = expect(JsonObject.class, value, place, "an object");
        List<TypeModel> arguments = named.arguments().isEmpty()
                ? List.of()
                : named.arguments().stream()
                        .map(argument -> argument.with(variables))
                        .toList();
        if (definition instanceof TypeDefinition.ObjectType type) {
            object(type, object, out, type.bind(arguments), Map.of());
        } else if (definition instanceof TypeDefinition.UnionType union) {
            var name = object.get(union.discriminator()) instanceof JsonString text ? text.getString() : "";
            var alternative = union.alternative(name).orElse(null);
            if (alternative == null
                    || !(registry.types().get(alternative.type()) instanceof TypeDefinition.ObjectType type)) {
                throw unfit(BindMessages.otherForm(
                        place.toString(), "one of " + union.alternatives().keySet()));
            }
            var bound = ((TypeModel.Named) alternative.with(union.bind(arguments))).arguments();
            object(type, object, out, type.bind(bound), Map.of(union.discriminator(), name));
        } else {
            throw new IllegalStateException(named + " is not in the registry");
        }
    }

    private void object(
            TypeDefinition.ObjectType type,
            JsonObject object,
            StringBuilder out,
            Map<String, TypeModel> variables,
            Map<String, String> discriminator) {
        var names = discriminator.isEmpty() ? type.properties().keySet() : with(discriminator, type);
        char separator = '{';
        for (var name : names) {
            var fixed = discriminator.get(name);
            var property = fixed == null ? type.properties().get(name) : null;
            if (fixed == null && (property == null || !property.read())) {
                continue;
            }
            out.append(separator);
            CanonicalJson.string(name, out);
            out.append(':');
            if (property == null) {
                CanonicalJson.string(String.valueOf(fixed), out);
            } else {
                var member = object.getOrDefault(name, JsonValue.NULL);
                write(property.type(), member, out, new Member(type.type(), name), variables);
            }
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static Set<String> with(Map<String, String> discriminator, TypeDefinition.ObjectType type) {
        var names = new TreeSet<>(type.properties().keySet());
        names.addAll(discriminator.keySet());
        return names;
    }

    /** A place that is put into words only for a message. */
    private record Member(Class<?> type, String name) {
        @Override
        public String toString() {
            return type.getName() + "." + name;
        }
    }

    private void scalar(ScalarKind kind, JsonValue value, StringBuilder out, Object place) {
        if (value == JsonValue.NULL && kind != ScalarKind.JSON) {
            throw unfit(BindMessages.unexpectedNull(place.toString()));
        }
        switch (kind.json()) {
            case BOOLEAN -> out.append(value == JsonValue.TRUE);
            case STRING -> text(plain(value), out, place);
            case NUMBER -> number(kind, expect(JsonNumber.class, value, place, "a number"), out, place);
            case ANY -> out.append(canonical(value, place));
        }
    }

    /** The text of a scalar that is sent as text; JSON-B may have written it as a number. */
    private static String plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number ? number.bigDecimalValue().toPlainString() : value.toString();
    }

    private static void number(ScalarKind kind, JsonNumber value, StringBuilder out, Object place) {
        var text = value.toString();
        if (CanonicalJson.isShortInteger(text)) {
            out.append(text);
            return;
        }
        if (kind == ScalarKind.LONG && !isExact(value.bigDecimalValue())) {
            throw unfit(BindMessages.longBeyondJavaScript(place.toString()));
        }
        out.append(canonical(value, place));
    }

    /** Whether a whole number is one of those that JavaScript tells apart from their neighbours. */
    static boolean isExact(BigDecimal whole) {
        return whole.abs().compareTo(LARGEST_EXACT) <= 0;
    }

    private static String canonical(JsonValue value, Object place) {
        try {
            return CanonicalJson.of(value);
        } catch (IllegalArgumentException e) {
            throw unfit(BindMessages.loneSurrogate(place.toString()));
        }
    }

    private void text(String value, StringBuilder out, Object place) {
        try {
            CanonicalJson.string(mends ? mended(value) : value, out);
        } catch (IllegalArgumentException e) {
            throw unfit(BindMessages.loneSurrogate(place.toString()));
        }
    }

    private static <T extends JsonValue> T expect(Class<T> form, JsonValue value, Object place, String expected) {
        if (value == JsonValue.NULL) {
            throw unfit(BindMessages.unexpectedNull(place.toString()));
        }
        if (!form.isInstance(value)) {
            throw unfit(BindMessages.otherForm(place.toString(), expected));
        }
        return form.cast(value);
    }

    private static UnfitResultException unfit(Problem problem) {
        return new UnfitResultException(problem, null);
    }

    private static String mended(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
