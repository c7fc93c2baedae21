package org.mizan.core.bind.tree;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonMergePatch;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatch;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/**
 * The platform's JSON-P, but what is generated to a {@link TreeWriter} is kept as values. Thread-safe as the platform's.
 */
public final class TreeProvider extends JsonProvider {
    private final JsonProvider platform;

    /** Creates one. */
    public TreeProvider(JsonProvider platform) {
        this.platform = platform;
    }

    @Override
    public JsonGenerator createGenerator(Writer writer) {
        return writer instanceof TreeWriter tree ? tree.generator() : platform.createGenerator(writer);
    }

    @Override
    public JsonGenerator createGenerator(OutputStream out) {
        return platform.createGenerator(out);
    }

    @Override
    public JsonGeneratorFactory createGeneratorFactory(Map<String, ?> config) {
        return platform.createGeneratorFactory(config);
    }

    @Override
    public JsonParser createParser(Reader reader) {
        return platform.createParser(reader);
    }

    @Override
    public JsonParser createParser(InputStream in) {
        return platform.createParser(in);
    }

    @Override
    public JsonParserFactory createParserFactory(Map<String, ?> config) {
        return platform.createParserFactory(config);
    }

    @Override
    public JsonReader createReader(Reader reader) {
        return platform.createReader(reader);
    }

    @Override
    public JsonReader createReader(InputStream in) {
        return platform.createReader(in);
    }

    @Override
    public JsonReaderFactory createReaderFactory(Map<String, ?> config) {
        return platform.createReaderFactory(config);
    }

    @Override
    public JsonWriter createWriter(Writer writer) {
        return platform.createWriter(writer);
    }

    @Override
    public JsonWriter createWriter(OutputStream out) {
        return platform.createWriter(out);
    }

    @Override
    public JsonWriterFactory createWriterFactory(Map<String, ?> config) {
        return platform.createWriterFactory(config);
    }

    @Override
    public JsonBuilderFactory createBuilderFactory(Map<String, ?> config) {
        return platform.createBuilderFactory(config);
    }

    @Override
    public JsonObjectBuilder createObjectBuilder() {
        return platform.createObjectBuilder();
    }

    @Override
    public JsonObjectBuilder createObjectBuilder(JsonObject object) {
        return platform.createObjectBuilder(object);
    }

    @Override
    public JsonObjectBuilder createObjectBuilder(Map<String, ?> map) {
        return platform.createObjectBuilder(map);
    }

    @Override
    public JsonArrayBuilder createArrayBuilder() {
        return platform.createArrayBuilder();
    }

    @Override
    public JsonArrayBuilder createArrayBuilder(JsonArray array) {
        return platform.createArrayBuilder(array);
    }

    @Override
    public JsonArrayBuilder createArrayBuilder(Collection<?> collection) {
        return platform.createArrayBuilder(collection);
    }

    @Override
    public JsonPointer createPointer(String pointer) {
        return platform.createPointer(pointer);
    }

    @Override
    public JsonPatchBuilder createPatchBuilder() {
        return platform.createPatchBuilder();
    }

    @Override
    public JsonPatchBuilder createPatchBuilder(JsonArray array) {
        return platform.createPatchBuilder(array);
    }

    @Override
    public JsonPatch createPatch(JsonArray array) {
        return platform.createPatch(array);
    }

    @Override
    public JsonPatch createDiff(JsonStructure source, JsonStructure target) {
        return platform.createDiff(source, target);
    }

    @Override
    public JsonMergePatch createMergePatch(JsonValue patch) {
        return platform.createMergePatch(patch);
    }

    @Override
    public JsonMergePatch createMergeDiff(JsonValue source, JsonValue target) {
        return platform.createMergeDiff(source, target);
    }

    @Override
    public JsonString createValue(String value) {
        return platform.createValue(value);
    }

    @Override
    public JsonNumber createValue(int value) {
        return platform.createValue(value);
    }

    @Override
    public JsonNumber createValue(long value) {
        return platform.createValue(value);
    }

    @Override
    public JsonNumber createValue(double value) {
        return platform.createValue(value);
    }

    @Override
    public JsonNumber createValue(BigDecimal value) {
        return platform.createValue(value);
    }

    @Override
    public JsonNumber createValue(BigInteger value) {
        return platform.createValue(value);
    }

    @Override
    public JsonNumber createValue(Number value) {
        return platform.createValue(value);
    }
}
