package org.mizan.core.bind;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeModel;

/**
 * Writes results: deterministic, exactly of the declared type, or not at all (PROTOCOL §4).
 *
 * <p>The text is canonical JSON (RFC 8785); equal results give equal bytes. It is complete before it is returned, so a
 * failure never leaves half a body. Thread-safe.
 */
public final class ResultWriter {
    private final JsonMapper mapper;
    private final CanonicalWalk walk;

    /** Creates a writer for the types of a registry. */
    public ResultWriter(Registry registry, JsonMapper mapper) {
        this.mapper = mapper;
        this.walk = new CanonicalWalk(registry);
    }

    /**
     * The JSON of a function's result.
     *
     * @throws UnfitResultException when the result is not what the function's type promises
     */
    public String write(FunctionModel function, @Nullable Object result) {
        var place = function.place();
        var type = function.result();
        if (type instanceof TypeModel.Nothing) {
            return "null";
        }
        var value = unwrap(result);
        if (value == null) {
            if (type instanceof TypeModel.OrNull) {
                return "null";
            }
            throw new UnfitResultException(BindMessages.unexpectedNull(place), null);
        }
        var out = new StringBuilder();
        walk.write(
                type.required(),
                toJson(value, JavaTypes.present(function.method().getGenericReturnType()), place),
                out,
                place);
        return out.toString();
    }

    /**
     * The JSON of any value that has no declared type: details of an error, values in a scope.
     *
     * @throws UnfitResultException when JSON-B cannot write it
     */
    public JsonValue toJson(Object value) {
        return toJson(value, value.getClass(), value.getClass().getName());
    }

    private JsonValue toJson(Object value, Type type, String place) {
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
        try (var reader =
                mapper.provider().createReader(new StringReader(mapper.jsonb().toJson(value, type)))) {
            return reader.readValue();
        } catch (JsonbException | jakarta.json.JsonException | StackOverflowError e) {
            throw new UnfitResultException(BindMessages.notSerialised(place), e);
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
