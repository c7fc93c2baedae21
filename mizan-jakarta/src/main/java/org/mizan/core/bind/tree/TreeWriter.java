package org.mizan.core.bind.tree;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * What JSON-B is told to write to when its values are wanted: {@link TreeProvider} gives it a generator that keeps them.
 *
 * <p>A JSON-B that asks for its generator in another way writes text, which is read. For one value and one thread.
 */
public final class TreeWriter extends StringWriter {
    private final JsonProvider json;
    private @Nullable TreeGenerator generator;

    /**
     * Creates one.
     *
     * @param json makes the values
     */
    public TreeWriter(JsonProvider json) {
        this.json = json;
    }

    TreeGenerator generator() {
        generator = new TreeGenerator(json);
        return generator;
    }

    /**
     * What was written.
     *
     * @throws jakarta.json.JsonException when that is not one whole value
     */
    public JsonValue value() {
        if (generator != null) {
            return generator.value();
        }
        try (var reader = json.createReader(new StringReader(toString()))) {
            return reader.readValue();
        }
    }
}
