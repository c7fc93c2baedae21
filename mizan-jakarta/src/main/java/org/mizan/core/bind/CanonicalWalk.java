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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final Map<Class<?>, List<Member>> objects = new ConcurrentHashMap<>();
    private final Map<Alternative, List<Member>> alternatives = new ConcurrentHashMap<>();

    /**
     * Creates one.
     *
     * @param mends whether half of a surrogate pair becomes U+FFFD instead of a failure
     */
    CanonicalWalk(Registry registry, boolean mends) {
        this.registry = registry;
        this.mends = mends;
    }

    void write(TypeModel type, JsonValue value, StringBuilder out, Supplier<String> place) {
        write(type, value, out, place, Map.of());
    }

    private void write(
            TypeModel type,
            JsonValue value,
            StringBuilder out,
            Supplier<String> place,
            Map<String, TypeModel> variables) {
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
            Supplier<String> place,
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
            TypeModel.Sequence type, JsonArray array, Supplier<String> place, Map<String, TypeModel> variables) {
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
            Supplier<String> place,
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
            TypeModel.Named named,
            JsonValue value,
            StringBuilder out,
            Supplier<String> place,
            Map<String, TypeModel> variables) {
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
            var members = objects.computeIfAbsent(
                    type.type(), key -> List.copyOf(members(type).values()));
            object(members, object, out, type.bind(arguments));
        } else if (definition instanceof TypeDefinition.UnionType union) {
            var name = object.get(union.discriminator()) instanceof JsonString text ? text.getString() : "";
            var alternative = union.alternative(name).orElse(null);
            if (alternative == null
                    || !(registry.types().get(alternative.type()) instanceof TypeDefinition.ObjectType type)) {
                throw unfit(BindMessages.otherForm(
                        place.get(), "one of " + union.alternatives().keySet()));
            }
            var bound = ((TypeModel.Named) alternative.with(union.bind(arguments))).arguments();
            var members = alternatives.computeIfAbsent(
                    new Alternative(type.type(), union.discriminator(), name), key -> members(type, key));
            object(members, object, out, type.bind(bound));
        } else {
            throw new IllegalStateException(named + " is not in the registry");
        }
    }

    private void object(List<Member> members, JsonObject object, StringBuilder out, Map<String, TypeModel> variables) {
        char separator = '{';
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            out.append(separator).append(member.start());
            if (member.type() != null) {
                write(member.type(), object.getOrDefault(member.name(), JsonValue.NULL), out, member, variables);
            }
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    /**
     * A member of an object, prepared once; it is its own place in messages.
     *
     * @param start what is written before its value: its name and a colon
     * @param type the type of its value; null when the value, which tells subtypes apart, is part of the start
     */
    private record Member(
            Class<?> owner,
            String name,
            String start,
            @Nullable TypeModel type) implements Supplier<String> {
        @Override
        public String get() {
            return owner.getName() + "." + name;
        }
    }

    /** A subtype, and the member that tells it apart. */
    private record Alternative(Class<?> type, String discriminator, String name) {}

    private static List<Member> members(TypeDefinition.ObjectType type, Alternative alternative) {
        var members = members(type);
        var start = new StringBuilder();
        CanonicalJson.string(alternative.discriminator(), start);
        CanonicalJson.string(alternative.name(), start.append(':'));
        members.put(
                alternative.discriminator(),
                new Member(type.type(), alternative.discriminator(), start.toString(), null));
        return List.copyOf(members.values());
    }

    private static SortedMap<String, Member> members(TypeDefinition.ObjectType type) {
        var members = new TreeMap<String, Member>();
        for (var property : type.properties().values()) {
            if (property.read()) {
                var start = new StringBuilder();
                CanonicalJson.string(property.name(), start);
                members.put(
                        property.name(),
                        new Member(
                                type.type(), property.name(), start.append(':').toString(), property.type()));
            }
        }
        return members;
    }

    private void scalar(ScalarKind kind, JsonValue value, StringBuilder out, Supplier<String> place) {
        if (value == JsonValue.NULL && kind != ScalarKind.JSON) {
            throw unfit(BindMessages.unexpectedNull(place.get()));
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

    private static void number(ScalarKind kind, JsonNumber value, StringBuilder out, Supplier<String> place) {
        var text = value.toString();
        if (CanonicalJson.isShortInteger(text)) {
            out.append(text);
            return;
        }
        if (kind == ScalarKind.LONG && !isExact(value.bigDecimalValue())) {
            throw unfit(BindMessages.longBeyondJavaScript(place.get()));
        }
        out.append(canonical(value, place));
    }

    /** Whether a whole number is one of those that JavaScript tells apart from their neighbours. */
    static boolean isExact(BigDecimal whole) {
        return whole.abs().compareTo(LARGEST_EXACT) <= 0;
    }

    private static String canonical(JsonValue value, Supplier<String> place) {
        try {
            return CanonicalJson.of(value);
        } catch (IllegalArgumentException e) {
            throw unfit(BindMessages.loneSurrogate(place.get()));
        }
    }

    private void text(String value, StringBuilder out, Supplier<String> place) {
        try {
            CanonicalJson.string(mends ? mended(value) : value, out);
        } catch (IllegalArgumentException e) {
            throw unfit(BindMessages.loneSurrogate(place.get()));
        }
    }

    private static <T extends JsonValue> T expect(
            Class<T> form, JsonValue value, Supplier<String> place, String expected) {
        if (value == JsonValue.NULL) {
            throw unfit(BindMessages.unexpectedNull(place.get()));
        }
        if (!form.isInstance(value)) {
            throw unfit(BindMessages.otherForm(place.get(), expected));
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
