package org.mizan.codegen.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.Reader;
import java.util.Collection;

/**
 * Builders and readers of JSON, as {@link jakarta.json.Json} has them; that class looks for its provider each time it is
 * asked, which takes longer than everything else that the generator does. Thread-safe.
 */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** The provider itself. */
    public static JsonProvider provider() {
        return PROVIDER;
    }

    /** A new object. */
    public static JsonObjectBuilder createObjectBuilder() {
        return PROVIDER.createObjectBuilder();
    }

    /** A new array. */
    public static JsonArrayBuilder createArrayBuilder() {
        return PROVIDER.createArrayBuilder();
    }

    /** An array of texts. */
    public static JsonArrayBuilder createArrayBuilder(Collection<String> texts) {
        return PROVIDER.createArrayBuilder(texts);
    }

    /** A text. */
    public static JsonString createValue(String text) {
        return PROVIDER.createValue(text);
    }

    /** A whole number. */
    public static JsonNumber createValue(long number) {
        return PROVIDER.createValue(number);
    }

    /** A number. */
    public static JsonNumber createValue(double number) {
        return PROVIDER.createValue(number);
    }

    /** A reader, which the caller closes. */
    public static JsonReader createReader(Reader text) {
        return PROVIDER.createReader(text);
    }
}
