package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScopingTest {

    @TestFactory
    Stream<DynamicTest> vectors_scoped_areTheirTargetsInOrder() {
        return Vectors.read("scoping.json").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(vector -> DynamicTest.dynamicTest(vector.getString("why"), () -> check(vector)));
    }

    private static void check(JsonObject vector) {
        Map<String, ScopeValue> arguments = Vectors.values(vector.getJsonObject("args"));
        TargetSet.Builder builder = new TargetSet.Builder();
        for (JsonValue entry : vector.getJsonArray("affects")) {
            builder.add(affected(entry.asJsonObject(), vector.getJsonObject("contexts"))
                    .target(arguments));
        }
        vector.getOrDefault("added", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(Vectors::target)
                .forEach(builder::add);
        TargetSet targets = builder.build();
        if (vector.isNull("invalidate")) {
            assertEquals(TargetSet.none(), targets);
        } else {
            assertEquals(vector.get("invalidate"), targets.toJson(Vectors.JSON));
            assertEquals(vector.getString("header"), targets.toHeader());
        }
    }

    private static Affected affected(JsonObject entry, JsonObject contexts) {
        String function = entry.getString("function", null);
        String context = function == null
                ? entry.getString("context")
                : contexts.keySet().stream()
                        .filter(name -> contexts.getJsonObject(name)
                                .getJsonObject("functions")
                                .containsKey(function))
                        .findFirst()
                        .orElseThrow();
        return new Affected(
                context,
                function,
                contexts.getJsonObject(context).getJsonArray("params").getValuesAs(JsonString::getString));
    }

    @Test
    void argumentsOfOtherNames_scoped_areLeftOut() {
        Affected affected = new Affected("user", null, List.of("userId", "page"));
        assertEquals(
                "user;userId=5",
                affected.target(Vectors.scope("userId", "5", "name", "Ada")).toHeader());
    }
}
