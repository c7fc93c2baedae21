package org.mizan.ssr.props;

import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.type.NoJsonFormException;
import org.mizan.core.schema.type.TypeReader;
import org.mizan.ssr.ViewException;

/**
 * Writes the models of a view as JSON, by the rules of results (PROTOCOL §4) as far as they can be told from the values:
 * maps and collections by their elements, everything else by its class.
 *
 * <p>Canonical JSON; half of a surrogate pair becomes U+FFFD, which it would be in the page anyway. Thread-safe.
 */
public final class ModelWriter {
    private static final int DEEPEST = 500;
    private static final int DEEPEST_NAMED = 8;

    private final JsonMapper mapper;
    private final Map<Class<?>, Typed> types = new ConcurrentHashMap<>();
    private final ResultWriter untyped;

    /** Creates one. */
    public ModelWriter(JsonMapper mapper) {
        this.mapper = mapper;
        this.untyped = new ResultWriter(registry(new TypeReader()), mapper, true);
    }

    /** How values of a class are written; no type when nothing binds its type parameters. */
    private record Typed(ResultWriter writer, Optional<TypeModel> type, Class<?> declared) {}

    /**
     * The JSON of an object with these members.
     *
     * @throws org.mizan.core.bind.UnfitResultException when a value has no JSON form; the message names the model
     * @throws ViewException when a value is nested too deeply
     */
    public String write(Map<String, ?> models) {
        var out = new StringBuilder();
        object(models, out, "the model", 0);
        return out.toString();
    }

    private void value(@Nullable Object value, StringBuilder out, String place, int depth) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null), out, place, depth);
        } else if (value instanceof JsonValue json) {
            out.append(CanonicalJson.of(json));
        } else if (value instanceof Map<?, ?> map) {
            object(map, out, place, inner(depth, place));
        } else if (value instanceof Collection<?> collection) {
            array(collection, collection instanceof Set<?>, out, place, inner(depth, place));
        } else if (value.getClass().isArray() && !(value instanceof byte[])) {
            array(elements(value), false, out, place, inner(depth, place));
        } else {
            typed(value, out, place);
        }
    }

    /** How deep the members of a value are; who nests values deeper nests them in themselves, most likely. */
    private static int inner(int depth, String place) {
        if (depth == DEEPEST) {
            throw new ViewException(
                    "MIZAN-01362: " + place + " is nested more than " + DEEPEST
                            + " levels deep. Look for a value that contains itself, or put less into the model.",
                    null);
        }
        return depth + 1;
    }

    private void object(Map<?, ?> map, StringBuilder out, String place, int depth) {
        var members = new TreeMap<String, @Nullable Object>();
        map.forEach((name, member) ->
                members.put(name instanceof Enum<?> constant ? constant.name() : String.valueOf(name), member));
        char separator = '{';
        for (var member : members.entrySet()) {
            out.append(separator);
            typed(member.getKey(), out, place);
            out.append(':');
            value(member.getValue(), out, place(depth, place, member.getKey()), depth);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    /** Where a member is: the first few names are enough. */
    private static String place(int depth, String place, @Nullable Object name) {
        return depth > DEEPEST_NAMED ? place : place + " '" + name + "'";
    }

    private void array(Collection<?> elements, boolean unordered, StringBuilder out, String place, int depth) {
        List<String> texts = new ArrayList<>(elements.size());
        for (var element : elements) {
            var text = new StringBuilder();
            value(element, text, place, depth);
            texts.add(text.toString());
        }
        if (unordered) {
            texts.sort((a, b) ->
                    Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        }
        out.append('[').append(String.join(",", texts)).append(']');
    }

    private static List<?> elements(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(index -> Array.get(array, index))
                .toList();
    }

    private void typed(Object value, StringBuilder out, String place) {
        var typed = types.computeIfAbsent(
                value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass(), this::read);
        if (typed.type().isPresent()) {
            typed.writer().write(typed.type().get(), typed.declared(), value, () -> place, out);
        } else {
            out.append(CanonicalJson.of(untyped.toJson(value)));
        }
    }

    private Typed read(Class<?> type) {
        var declared = union(type).orElse(type);
        var reader = new TypeReader();
        try {
            var model = reader.read(declared);
            return new Typed(new ResultWriter(registry(reader), mapper, true), Optional.of(model), declared);
        } catch (NoJsonFormException e) {
            return new Typed(untyped, Optional.empty(), type);
        }
    }

    /** The sealed type whose alternative a class is: as a result it would say which one. */
    private static Optional<Class<?>> union(Class<?> type) {
        return Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
                .filter(Class::isSealed)
                .filter(parent -> !parent.getName().startsWith("java.")) // String and Integer are Constable
                .findFirst();
    }

    private static Registry registry(TypeReader reader) {
        return new Registry(Map.of(), Map.of(), reader.definitions(), Collections.emptySortedSet());
    }
}
