package org.mizan.core.bind.tree;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is generated as one JSON value: the one that a reader would make of the text that the platform's generator
 * would write.
 *
 * <p>So of equal names the last counts, a decimal keeps its scale, and refused is what Parsson's reader refuses: nesting
 * of more than 999 levels and numbers of more than 1,100 characters. Not thread-safe.
 */
final class TreeGenerator implements JsonGenerator {
    private static final int MOST_LEVELS = 999;
    private static final int LONGEST_NUMBER = 1_100;

    /** At least as many characters as a decimal's text has beside its digits: sign, point, zeros, exponent. */
    private static final int BESIDE_DIGITS = 15;

    private final JsonProvider json;
    private @Nullable Open open;
    private int levels;
    private @Nullable JsonValue root;

    TreeGenerator(JsonProvider json) {
        this.json = json;
    }

    /** An object or array whose end was not written yet: one of its builders is there. */
    private static final class Open {
        private final @Nullable Open outer;
        private final @Nullable JsonObjectBuilder members;
        private final @Nullable JsonArrayBuilder elements;
        private @Nullable String name;

        Open(@Nullable Open outer, @Nullable JsonObjectBuilder members, @Nullable JsonArrayBuilder elements) {
            this.outer = outer;
            this.members = members;
            this.elements = elements;
        }

        /** Whether a name or the end has to come next. */
        boolean isAtName() {
            return members != null && name == null;
        }

        void add(JsonValue value) {
            if (elements != null) {
                elements.add(value);
            } else if (members != null) {
                members.add(Objects.requireNonNull(name), value);
                name = null;
            }
        }

        JsonValue value() {
            return elements == null ? Objects.requireNonNull(members).build() : elements.build();
        }
    }

    /**
     * The value.
     *
     * @throws JsonGenerationException when it is not complete
     */
    JsonValue value() {
        if (root == null) {
            throw refused("JSON that is not complete");
        }
        return root;
    }

    @Override
    public JsonGenerator writeStartObject() {
        return start(json.createObjectBuilder(), null);
    }

    @Override
    public JsonGenerator writeStartArray() {
        return start(null, json.createArrayBuilder());
    }

    private JsonGenerator start(@Nullable JsonObjectBuilder members, @Nullable JsonArrayBuilder elements) {
        requirePlace();
        if (levels == MOST_LEVELS) {
            throw refused("JSON nested deeper than " + MOST_LEVELS);
        }
        levels++;
        open = new Open(open, members, elements);
        return this;
    }

    @Override
    public JsonGenerator writeEnd() {
        var ended = open;
        if (ended == null || ended.name != null) {
            throw refused(ended == null ? "an end of nothing" : "a name without a value");
        }
        levels--;
        open = ended.outer;
        return add(ended.value());
    }

    @Override
    public JsonGenerator writeKey(String name) {
        Objects.requireNonNull(name);
        if (open == null || !open.isAtName()) {
            throw refused("a name where none belongs");
        }
        open.name = name;
        return this;
    }

    private JsonGenerator add(JsonValue value) {
        requirePlace();
        if (open == null) {
            root = value;
        } else {
            open.add(value);
        }
        return this;
    }

    private void requirePlace() {
        if (open == null ? root != null : open.isAtName()) {
            throw refused(open == null ? "a second JSON text" : "a value without a name");
        }
    }

    private JsonGenerator add(String name, JsonValue value) {
        writeKey(name);
        return add(value);
    }

    private static JsonGenerationException refused(String what) {
        return new JsonGenerationException(what);
    }

    @Override
    public JsonGenerator write(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                writeStartObject();
                value.asJsonObject().forEach(this::write);
                writeEnd();
            }
            case ARRAY -> {
                writeStartArray();
                value.asJsonArray().forEach(this::write);
                writeEnd();
            }
            case STRING -> write(((JsonString) value).getString());
            case NUMBER -> write(((JsonNumber) value).bigDecimalValue());
            case TRUE -> write(true);
            case FALSE -> write(false);
            case NULL -> writeNull();
        }
        return this;
    }

    private JsonNumber number(BigDecimal value) {
        if (value.precision() > LONGEST_NUMBER - BESIDE_DIGITS
                && value.toString().length() > LONGEST_NUMBER) {
            throw refused("a number of more than " + LONGEST_NUMBER + " characters");
        }
        return json.createValue(value);
    }

    private static JsonValue bool(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    @Override
    public JsonGenerator write(String value) {
        return add(json.createValue(Objects.requireNonNull(value)));
    }

    @Override
    public JsonGenerator write(BigDecimal value) {
        return add(number(value));
    }

    @Override
    public JsonGenerator write(BigInteger value) {
        return add(number(new BigDecimal(value)));
    }

    @Override
    public JsonGenerator write(int value) {
        return add(json.createValue(value));
    }

    @Override
    public JsonGenerator write(long value) {
        return add(json.createValue(value));
    }

    @Override
    public JsonGenerator write(double value) {
        return add(json.createValue(value));
    }

    @Override
    public JsonGenerator write(boolean value) {
        return add(bool(value));
    }

    @Override
    public JsonGenerator writeNull() {
        return add(JsonValue.NULL);
    }

    @Override
    public JsonGenerator writeStartObject(String name) {
        return writeKey(name).writeStartObject();
    }

    @Override
    public JsonGenerator writeStartArray(String name) {
        return writeKey(name).writeStartArray();
    }

    @Override
    public JsonGenerator write(String name, JsonValue value) {
        Objects.requireNonNull(value);
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, String value) {
        return add(name, json.createValue(Objects.requireNonNull(value)));
    }

    @Override
    public JsonGenerator write(String name, int value) {
        return add(name, json.createValue(value));
    }

    @Override
    public JsonGenerator write(String name, long value) {
        return add(name, json.createValue(value));
    }

    @Override
    public JsonGenerator write(String name, double value) {
        return add(name, json.createValue(value));
    }

    @Override
    public JsonGenerator write(String name, boolean value) {
        return add(name, bool(value));
    }

    /** As Parsson, which takes null here for JSON's. */
    @Override
    public JsonGenerator write(String name, @Nullable BigDecimal value) {
        return add(name, value == null ? JsonValue.NULL : number(value));
    }

    /** As Parsson, which takes null here for JSON's. */
    @Override
    public JsonGenerator write(String name, @Nullable BigInteger value) {
        return add(name, value == null ? JsonValue.NULL : number(new BigDecimal(value)));
    }

    @Override
    public JsonGenerator writeNull(String name) {
        return add(name, JsonValue.NULL);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        value();
    }
}
