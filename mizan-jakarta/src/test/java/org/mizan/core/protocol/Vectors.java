package org.mizan.core.protocol;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.json.StrictJson;

/** The language-neutral vectors of {@code /wire}, and their notation of targets. */
final class Vectors {
    static final JsonProvider JSON = JsonProvider.provider();

    private Vectors() {}

    static JsonValue read(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/wire/" + file)) {
            return new StrictJson(JSON, 16).parse(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Target target(JsonValue notation) {
        if (notation instanceof JsonString broad) {
            return Target.broad(broad.getString());
        }
        JsonObject object = notation.asJsonObject();
        return new Target(
                object.getString("context"),
                object.getString("function", null),
                values(object.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT)
                        .asJsonObject()));
    }

    /** Values of a JSON object as the binding would give them: null is absent. */
    static SortedMap<String, ScopeValue> values(Map<String, JsonValue> object) {
        SortedMap<String, ScopeValue> values = new TreeMap<>();
        object.forEach((name, value) -> {
            if (value != JsonValue.NULL) {
                values.put(name, value(value));
            }
        });
        return values;
    }

    static ScopeValue value(JsonValue value) {
        return new ScopeValue(value, value instanceof JsonString string ? string.getString() : CanonicalJson.of(value));
    }

    static SortedMap<String, ScopeValue> scope(String... namesAndTexts) {
        SortedMap<String, ScopeValue> scope = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            scope.put(namesAndTexts[i], value(JSON.createValue(namesAndTexts[i + 1])));
        }
        return scope;
    }
}
