package org.mizan.core.bind;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.direct.Discriminators;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/**
 * Writes results: deterministic, exactly of the declared type, or not at all (PROTOCOL §4).
 *
 * <p>The text is canonical JSON (RFC 8785); equal results give equal bytes. After a failure, what was appended of it is
 * not complete and has to be thrown away. Thread-safe.
 */
public final class ResultWriter {
    private final JsonMapper mapper;
    private final Registry registry;
    private final CanonicalWalk walk;
    private final Discriminators discriminators;

    /** Creates a writer for the types of a registry. */
    public ResultWriter(Registry registry, JsonMapper mapper) {
        this(registry, mapper, false);
    }

    /**
     * Creates a writer for the types of a registry.
     *
     * @param mends whether half of a surrogate pair becomes U+FFFD, as in everything that is written as UTF-8, instead of
     *     a failure
     */
    public ResultWriter(Registry registry, JsonMapper mapper, boolean mends) {
        this.mapper = mapper;
        this.registry = registry;
        this.walk = new CanonicalWalk(registry, mends);
        this.discriminators = new Discriminators(registry, mapper.provider());
    }

    /**
     * The JSON of a function's result.
     *
     * @throws UnfitResultException when the result is not what the function's type promises
     */
    public String write(FunctionModel function, @Nullable Object result) {
        var out = new StringBuilder();
        write(function, result, out);
        return out.toString();
    }

    /**
     * Appends the JSON of a function's result.
     *
     * @throws UnfitResultException when the result is not what the function's type promises
     */
    public void write(FunctionModel function, @Nullable Object result, StringBuilder out) {
        write(
                function.result(),
                JavaTypes.present(function.method().getGenericReturnType()),
                result,
                function::place,
                out);
    }

    /**
     * Appends the JSON of a value.
     *
     * @param type its type, of the writer's registry
     * @param declared the same as a Java type
     * @param place where it comes from, for messages
     * @throws UnfitResultException when the value is not what the type promises
     */
    public void write(
            TypeModel type, Type declared, @Nullable Object result, Supplier<String> place, StringBuilder out) {
        var value = type instanceof TypeModel.Nothing ? null : unwrap(result);
        if (value == null) {
            if (!(type instanceof TypeModel.Nothing || type instanceof TypeModel.OrNull)) {
                throw new UnfitResultException(BindMessages.unexpectedNull(place.get()), null);
            }
            out.append("null");
            return;
        }
        var javaType = isUnion(type) || result instanceof OptionalDouble
                ? value.getClass() // JSON-B would leave out what tells subtypes apart, or expect the wrapper
                : declared;
        try {
            walk.write(type.required(), written(type, value, javaType, place), out, place);
        } catch (StackOverflowError e) {
            throw new UnfitResultException(BindMessages.notSerialised(place.get()), e);
        }
    }

    private JsonValue written(TypeModel type, Object value, Type javaType, Supplier<String> place) {
        var json = read(value, javaType, place);
        try {
            return discriminators.added(type, json, value);
        } catch (RuntimeException e) { // what accessors throw
            throw new UnfitResultException(BindMessages.notSerialised(place.get()), e);
        }
    }

    private boolean isUnion(TypeModel type) {
        return type.required() instanceof TypeModel.Named named
                && registry.types().get(named.type()) instanceof TypeDefinition.UnionType;
    }

    /**
     * The JSON of any value that has no declared type: details of an error, values in a scope.
     *
     * @throws UnfitResultException when JSON-B cannot write it, or an integer in it is beyond ±(2<sup>53</sup>−1)
     */
    public JsonValue toJson(Object value) {
        var place = value.getClass().getName();
        try {
            var json = read(value, value.getClass(), () -> place);
            requireExact(json, place);
            return json;
        } catch (StackOverflowError e) {
            throw new UnfitResultException(BindMessages.notSerialised(place), e);
        }
    }

    private static void requireExact(JsonValue json, String place) {
        if (json instanceof JsonNumber number) {
            if (number.isIntegral() && !CanonicalWalk.isExact(number.bigDecimalValue())) {
                throw new UnfitResultException(BindMessages.longBeyondJavaScript(place), null);
            }
        } else if (json instanceof JsonArray array) {
            array.forEach(element -> requireExact(element, place));
        } else if (json instanceof JsonObject object) {
            object.values().forEach(member -> requireExact(member, place));
        }
    }

    private JsonValue read(Object value, Type type, Supplier<String> place) {
        if (value instanceof String text) {
            return mapper.provider().createValue(text);
        }
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return mapper.provider().createValue(((Number) value).longValue());
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        try {
            return mapper.toTree(value, type);
        } catch (RuntimeException e) { // what JSON-B and JSON-P throw, and what comes through them from accessors
            throw new UnfitResultException(BindMessages.notSerialised(place.get()), e);
        }
    }

    private static @Nullable Object unwrap(@Nullable Object result) {
        if (result instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (result instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (result instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (result instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return result;
    }
}
