package org.mizan.core.protocol;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.json.CanonicalJson;

/**
 * A parameter's typed value as text and as JSON (PROTOCOL §7.2): equal values have the same text on every server.
 *
 * <p>{@code null}, empty optionals, and empty collections and arrays are absent: they have neither. A set's text does
 * not depend on the order in which it iterates. Thread-safe when the function it is given is.
 */
public final class ParameterText {
    /** Longer decimals are refused: {@code 1E+1000000000} would ask for a gigabyte. */
    private static final int LONGEST_DECIMAL = 10_000;

    /** More bits than any number of {@link #LONGEST_DECIMAL} digits has (log2 of 10 is below 3.33). */
    private static final int MOST_BITS = 33_300;

    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private final JsonProvider json;
    private final Function<Object, JsonValue> toJson;

    /**
     * Creates the rule.
     *
     * @param json makes the JSON of scalars
     * @param toJson the JSON of everything else, as records and maps; numbers that no JavaScript number can hold must
     *     be strings in it, else different values may get the same text
     */
    public ParameterText(JsonProvider json, Function<Object, JsonValue> toJson) {
        this.json = json;
        this.toJson = toJson;
    }

    /**
     * The text of a value; {@code null} when it is absent.
     *
     * @throws IllegalArgumentException for NaN and infinities, decimals of more than 10,000 characters, and half
     *     surrogate pairs within lists and records
     */
    public @Nullable String of(@Nullable Object value) {
        Object present = present(value);
        if (present == null) {
            return null;
        }
        String scalar = scalar(present);
        return scalar != null ? scalar : text(json(present));
    }

    /**
     * A value as JSON and text; {@code null} when it is absent.
     *
     * <p>Integers within ±(2<sup>53</sup>−1) and floating-point numbers are JSON numbers, larger integers,
     * {@link BigInteger} and {@link BigDecimal} are strings, lists are arrays.
     *
     * @throws IllegalArgumentException as for {@link #of}, and for half surrogate pairs anywhere
     */
    public @Nullable ScopeValue scopeValue(@Nullable Object value) {
        Object present = present(value);
        if (present == null) {
            return null;
        }
        String scalar = scalar(present);
        if (scalar != null) {
            return new ScopeValue(json(present, scalar), scalar);
        }
        JsonValue asJson = json(present);
        String text = text(asJson);
        return text == null ? null : new ScopeValue(asJson, text);
    }

    private static @Nullable String text(JsonValue composite) {
        return composite == JsonValue.NULL ? null : CanonicalJson.of(composite);
    }

    private static @Nullable Object present(@Nullable Object value) {
        Object unwrapped = unwrap(value);
        boolean empty =
                unwrapped != null && isList(unwrapped) && list(unwrapped).isEmpty();
        return empty ? null : unwrapped;
    }

    private static @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return unwrap(optional.orElse(null));
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value;
    }

    private static @Nullable String scalar(Object value) {
        if (value instanceof String || value instanceof Character || value instanceof Boolean) {
            return value.toString();
        }
        if (isInteger(value) || value instanceof UUID || value instanceof URI) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Double number) {
            return CanonicalJson.number(number);
        }
        if (value instanceof Float number) {
            return CanonicalJson.numberOfFloat(number);
        }
        if (value instanceof BigInteger number) {
            return plain(new BigDecimal(number));
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        return isIsoTime(value) ? isoTime(value) : null;
    }

    private static boolean isInteger(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    private static String plain(BigDecimal number) {
        if (number.unscaledValue().bitLength() <= MOST_BITS) {
            BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            long scale = stripped.scale();
            long digits = Math.max(stripped.precision() - Math.min(scale, 0), scale + 1);
            int signAndPoint = (stripped.signum() < 0 ? 1 : 0) + (scale > 0 ? 1 : 0);
            if (digits + signAndPoint <= LONGEST_DECIMAL) {
                return stripped.toPlainString();
            }
        }
        throw new IllegalArgumentException("a decimal of more than " + LONGEST_DECIMAL + " characters");
    }

    /** Whether a value is of {@code java.time} itself, whose texts are ISO 8601; other chronologies' are not. */
    private static boolean isIsoTime(Object value) {
        return value.getClass().getPackageName().equals("java.time")
                && (value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof ZoneId);
    }

    private static String isoTime(Object value) {
        return value instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime().toString() : value.toString();
    }

    private JsonValue json(@Nullable Object value) {
        Object unwrapped = unwrap(value);
        if (unwrapped == null) {
            return JsonValue.NULL;
        }
        if (isList(unwrapped)) {
            return array(list(unwrapped).stream().map(this::json), unwrapped instanceof Set<?>);
        }
        String scalar = scalar(unwrapped);
        return scalar == null ? toJson.apply(unwrapped) : json(unwrapped, scalar);
    }

    private JsonValue json(Object value, String scalar) {
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (isInteger(value)) {
            long integer = ((Number) value).longValue();
            boolean safe = -MAX_SAFE_INTEGER <= integer && integer <= MAX_SAFE_INTEGER;
            return safe ? json.createValue(integer) : json.createValue(scalar);
        }
        return value instanceof Double || value instanceof Float
                ? json.createValue(new BigDecimal(scalar))
                : json.createValue(scalar);
    }

    private JsonValue array(Stream<JsonValue> items, boolean set) {
        JsonArrayBuilder out = json.createArrayBuilder();
        (set ? items.sorted(Comparator.comparing(ParameterText::bytes, Arrays::compareUnsigned)) : items)
                .forEachOrdered(out::add);
        return out.build();
    }

    private static byte[] bytes(JsonValue item) {
        return CanonicalJson.of(item).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isList(Object value) {
        return value instanceof Collection || value.getClass().isArray();
    }

    private static Collection<?> list(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        return new AbstractList<@Nullable Object>() {
            @Override
            public @Nullable Object get(int index) {
                return Array.get(value, index);
            }

            @Override
            public int size() {
                return Array.getLength(value);
            }
        };
    }
}
