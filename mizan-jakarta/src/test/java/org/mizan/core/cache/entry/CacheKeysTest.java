package org.mizan.core.cache.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keys of entries and names of records. */
class CacheKeysTest {
    private final CacheKeys keys =
            new CacheKeys("a secret of at least 32 bytes, this".getBytes(StandardCharsets.UTF_8));

    @TestFactory
    Stream<DynamicTest> vectors_givenTheirSecret_haveTheirKey() {
        var vectors = Json.createReader(CacheKeysTest.class.getResourceAsStream("/wire/cache-keys.json"))
                .readArray();
        return vectors.stream()
                .map(JsonValue::asJsonObject)
                .map(vector -> DynamicTest.dynamicTest(vector.getString("why"), () -> {
                    SortedMap<String, String> params = new TreeMap<>();
                    vector.getJsonObject("params")
                            .forEach((name, text) -> params.put(name, ((JsonString) text).getString()));
                    var user = vector.getString("user", null);
                    assertEquals(
                            vector.getString("canonical"),
                            CacheKeys.canonical(vector.getString("context"), params, vector.getInt("rev"), user));
                    var secret = vector.getString("secret").getBytes(StandardCharsets.UTF_8);
                    assertEquals(
                            vector.getString("key"),
                            new CacheKeys(secret)
                                    .entry(vector.getString("context"), params, vector.getInt("rev"), user));
                }));
    }

    @Test
    void record_ofWholeContext_differsFromEveryScope() {
        var whole = keys.record("user", new TreeMap<>());
        var scope = keys.record("user", new TreeMap<>(Map.of("userId", "5")));
        assertNotEquals(whole, scope);
        assertEquals("sc:{user}:", whole.substring(0, 10));
    }

    @Test
    void record_withDelimitersInValues_isNotThatOfAnotherScope() {
        assertNotEquals(
                keys.record("c", new TreeMap<>(Map.of("a", "1\",\"b\":\"2"))),
                keys.record("c", new TreeMap<>(Map.of("a", "1", "b", "2"))));
    }
}
