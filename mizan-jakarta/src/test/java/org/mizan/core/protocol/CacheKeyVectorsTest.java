package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mizan.core.json.CanonicalJson;

/** The canonical texts beneath the keys of the origin cache. */
class CacheKeyVectorsTest {

    @TestFactory
    Stream<DynamicTest> vectors_printed_areTheirCanonicalTexts() {
        return Vectors.read("cache-keys.json").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(vector -> DynamicTest.dynamicTest(vector.getString("why"), () -> {
                    JsonObjectBuilder key = Vectors.JSON.createObjectBuilder();
                    if (vector.containsKey("user")) {
                        key.add("u", vector.getString("user"));
                    }
                    key.add("r", vector.getJsonNumber("rev"));
                    key.add("p", vector.getJsonObject("params"));
                    key.add("c", vector.getString("context"));
                    assertEquals(vector.getString("canonical"), CanonicalJson.of(key.build()));
                }));
    }
}
