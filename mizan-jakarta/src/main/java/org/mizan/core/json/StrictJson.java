package org.mizan.core.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.CharArrayReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reader of JSON that accepts exactly one I-JSON text (RFC 7493) in UTF-8 and nothing that two readers could
 * understand differently.
 *
 * <p>Refused are, with a {@link MalformedJsonException}: invalid UTF-8, a byte order mark, anything RFC 8259 does not
 * allow, a second text after the first, the same member twice in one object, surrogates without their partner, nesting
 * deeper than the limit, and numbers of more than 1,000 characters or with an exponent beyond about ±10<sup>9</sup>.
 *
 * <p>Numbers keep their value and scale exactly, whatever their size: {@code 1.0} is not integral and {@code 1e400} is
 * no error. Whoever turns one into a {@link java.math.BigInteger} has to look at its scale first: a few bytes of text
 * can ask for gigabytes of digits.
 *
 * <p>Time and memory are linear in the length of the text, and the stack is not used for its depth. Thread-safe.
 */
public final class StrictJson {
    private static final int LONGEST_NUMBER = 1_000;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final long MOST_SCALE = 1_000_000_000;

    private final JsonProvider json;
    private final int maxDepth;

    /**
     * Creates a reader.
     *
     * @param json makes the parser and the values; its parser may have a lower limit of depth of its own
     * @param maxDepth how many arrays and objects may be open at once; 0 admits only scalars
     */
    public StrictJson(JsonProvider json, int maxDepth) {
        this.json = json;
        this.maxDepth = maxDepth;
    }

    /**
     * Reads a whole text.
     *
     * @param utf8 the text; not modified and not kept
     * @return its value, immutable
     * @throws MalformedJsonException when the text is refused
     */
    public JsonValue parse(byte[] utf8) {
        CharBuffer text = decode(utf8);
        try (JsonParser parser =
                json.createParser(new CharArrayReader(text.array(), text.arrayOffset(), text.remaining()))) {
            return new Reading(parser).read();
        }
    }

    private static CharBuffer decode(byte[] utf8) {
        CharBuffer text = CharBuffer.allocate(utf8.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(utf8), text, true);
        text.flip();
        if (result.isError()) {
            throw malformedAfter("invalid UTF-8", text);
        }
        if (text.hasRemaining() && text.get(0) == '\uFEFF') {
            throw new MalformedJsonException("a byte order mark", 1, 1);
        }
        if (isBlank(text)) {
            throw malformedAfter("no JSON, only an end", text);
        }
        return text;
    }

    private static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static MalformedJsonException malformedAfter(String problem, CharBuffer text) {
        long line = 1;
        long column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean newLine = text.charAt(i) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new MalformedJsonException(problem, line, column);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** An array or object whose end has not been read yet. */
    private interface Open {
        void add(JsonValue value);

        JsonValue close();
    }

    private record OpenArray(JsonArrayBuilder items) implements Open {
        @Override
        public void add(JsonValue value) {
            items.add(value);
        }

        @Override
        public JsonValue close() {
            return items.build();
        }
    }

    private static final class OpenObject implements Open {
        private final JsonObjectBuilder members;
        private final Set<String> names = new HashSet<>();
        private String name = "";

        OpenObject(JsonObjectBuilder members) {
            this.members = members;
        }

        boolean next(String next) {
            name = next;
            return names.add(next);
        }

        @Override
        public void add(JsonValue value) {
            members.add(name, value);
        }

        @Override
        public JsonValue close() {
            return members.build();
        }
    }

    /** One reading of one text: the parser and what is open. */
    private final class Reading {
        private final JsonParser parser;
        private final Deque<Open> open = new ArrayDeque<>();
        private @Nullable JsonValue root;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        JsonValue read() {
            try {
                while (parser.hasNext()) {
                    accept(parser.next());
                }
            } catch (MalformedJsonException malformed) {
                throw malformed;
            } catch (JsonParsingException malformed) {
                throw at("malformed JSON", malformed.getLocation());
            } catch (RuntimeException limit) { // of the implementation, without a type: Parsson's depth of 1000
                MalformedJsonException refused = malformed("JSON beyond the limits of this server");
                refused.initCause(limit);
                throw refused;
            }
            if (root == null || !open.isEmpty()) {
                throw malformed("JSON that ends too early");
            }
            return root;
        }

        private void accept(JsonParser.Event event) {
            switch (event) {
                case START_OBJECT -> open(new OpenObject(json.createObjectBuilder()));
                case START_ARRAY -> open(new OpenArray(json.createArrayBuilder()));
                case KEY_NAME -> name(text());
                case END_OBJECT, END_ARRAY -> add(open.pop().close());
                case VALUE_STRING -> add(json.createValue(text()));
                case VALUE_NUMBER -> add(number(parser.getString()));
                case VALUE_TRUE -> add(JsonValue.TRUE);
                case VALUE_FALSE -> add(JsonValue.FALSE);
                case VALUE_NULL -> add(JsonValue.NULL);
            }
        }

        private void open(Open value) {
            if (root != null) {
                throw malformed("a second JSON text");
            }
            if (open.size() >= maxDepth) {
                throw malformed("JSON nested deeper than " + maxDepth);
            }
            open.push(value);
        }

        private void name(String name) {
            if (!(open.peek() instanceof OpenObject object) || !object.next(name)) {
                throw malformed("a duplicate member");
            }
        }

        private void add(JsonValue value) {
            Open parent = open.peek();
            if (parent != null) {
                parent.add(value);
            } else if (root == null) {
                root = value;
            } else {
                throw malformed("a second JSON text");
            }
        }

        private String text() {
            String text = parser.getString();
            if (hasLoneSurrogate(text)) {
                throw malformed("half of a surrogate pair");
            }
            return text;
        }

        private JsonValue number(String text) {
            if (text.length() > LONGEST_NUMBER) {
                throw malformed("a number of more than " + LONGEST_NUMBER + " characters");
            }
            if (text.length() <= DIGITS_OF_A_LONG && isDigits(text)) {
                return json.createValue(Long.parseLong(text));
            }
            try {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) <= MOST_SCALE) {
                    return json.createValue(number);
                }
            } catch (NumberFormatException exponentTooLong) {
                // beyond what a BigDecimal holds, which differs between JDKs
            }
            throw malformed("a number with an exponent out of range");
        }

        private MalformedJsonException malformed(String problem) {
            return at(problem, parser.getLocation());
        }

        private MalformedJsonException at(String problem, JsonLocation place) {
            return new MalformedJsonException(
                    problem, Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
        }
    }
}
