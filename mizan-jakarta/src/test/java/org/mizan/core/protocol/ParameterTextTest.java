package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTextTest {
    private final ParameterText parameterText = new ParameterText(Vectors.JSON, ParameterTextTest::toJson);

    private enum Color {
        RED {
            @Override
            public String toString() {
                return "crimson";
            }
        }
    }

    private record Range(int from, int to) {}

    private static JsonValue toJson(Object value) {
        if (value instanceof Range range) {
            return Vectors.JSON
                    .createObjectBuilder()
                    .add("to", range.to)
                    .add("from", range.from)
                    .build();
        }
        return value instanceof Map ? JsonValue.EMPTY_JSON_OBJECT : JsonValue.NULL;
    }

    private static Map<String, Object> valuesOfTheVectors() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("int 5", 5);
        values.put("long -9007199254740993", -9007199254740993L);
        values.put("boolean true", true);
        values.put("String \"\"", "");
        values.put("double 1.0", 1.0);
        values.put("double 1.0E21", 1.0E21);
        values.put("double 0.1", 0.1);
        values.put("double -0.0", -0.0);
        values.put("double 1.0E-7", 1.0E-7);
        values.put("double 123456789012345680000", 123456789012345680000.0);
        values.put("BigDecimal 10.50", new BigDecimal("10.50"));
        values.put("BigDecimal 1E+3", new BigDecimal("1E+3"));
        values.put("BigDecimal 0.00", new BigDecimal("0.00"));
        values.put("BigDecimal -100.00", new BigDecimal("-100.00"));
        values.put("enum Color.RED", Color.RED);
        values.put("LocalDate 2026-11-22", LocalDate.of(2026, 11, 22));
        values.put("Instant 2026-11-22T10:00:00Z", Instant.parse("2026-11-22T10:00:00Z"));
        values.put(
                "UUID 9D3F2C1E-0000-4000-8000-000000000001", UUID.fromString("9D3F2C1E-0000-4000-8000-000000000001"));
        values.put("List<String> [\"b\",\"a\"]", List.of("b", "a"));
        values.put("record Range(int from, int to) {1,2}", new Range(1, 2));
        return values;
    }

    @TestFactory
    Stream<DynamicTest> vectors_printed_areTheirTexts() {
        Map<String, Object> values = valuesOfTheVectors();
        return Vectors.read("parameter-text.json").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(vector -> DynamicTest.dynamicTest(vector.getString("java"), () -> {
                    Object value = values.get(vector.getString("java"));
                    assertNotNull(value, "the vectors have a value that this test does not");
                    assertEquals(vector.getString("text"), parameterText.of(value));
                }));
    }

    static Stream<List<Object>> values() {
        long safe = (1L << 53) - 1;
        return Stream.of(
                List.of((byte) -1, "-1", "-1"),
                List.of((short) 7, "7", "7"),
                List.of(safe, "9007199254740991", "9007199254740991"),
                List.of(-safe, "-9007199254740991", "-9007199254740991"),
                List.of(safe + 1, "9007199254740992", "\"9007199254740992\""),
                List.of(-safe - 1, "-9007199254740992", "\"-9007199254740992\""),
                List.of(Long.MIN_VALUE, "-9223372036854775808", "\"-9223372036854775808\""),
                List.of(Long.MAX_VALUE, "9223372036854775807", "\"9223372036854775807\""),
                List.of(false, "false", "false"),
                List.of("a\"b", "a\"b", "\"a\\\"b\""),
                List.of('x', "x", "\"x\""),
                List.of(2.5, "2.5", "2.5"),
                List.of(1.0, "1", "1"),
                List.of(1e21, "1e+21", "1E+21"),
                List.of(0.1f, "0.1", "0.1"),
                List.of(-0.0f, "0", "0"),
                List.of(16777216f, "16777216", "16777216"),
                List.of(new BigDecimal("10.50"), "10.5", "\"10.5\""),
                List.of(new BigDecimal("0E+1000000"), "0", "\"0\""),
                List.of(new BigInteger("-12345678901234567890"), "-12345678901234567890", "\"-12345678901234567890\""),
                List.of(new BigInteger("100"), "100", "\"100\""),
                List.of(Color.RED, "RED", "\"RED\""),
                List.of(URI.create("urn:x"), "urn:x", "\"urn:x\""),
                List.of(LocalDateTime.of(2026, 11, 22, 10, 0), "2026-11-22T10:00", "\"2026-11-22T10:00\""),
                List.of(LocalTime.of(10, 0, 1), "10:00:01", "\"10:00:01\""),
                List.of(Year.of(2026), "2026", "\"2026\""),
                List.of(YearMonth.of(2026, 1), "2026-01", "\"2026-01\""),
                List.of(Duration.ofMinutes(90), "PT1H30M", "\"PT1H30M\""),
                List.of(Period.ofDays(3), "P3D", "\"P3D\""),
                List.of(ZoneId.of("Europe/Amsterdam"), "Europe/Amsterdam", "\"Europe/Amsterdam\""),
                List.of(
                        OffsetDateTime.parse("2026-11-22T10:00:00+01:00"),
                        "2026-11-22T10:00+01:00",
                        "\"2026-11-22T10:00+01:00\""),
                List.of(
                        ZonedDateTime.parse("2026-11-22T10:00:00+01:00[Europe/Amsterdam]"),
                        "2026-11-22T10:00+01:00",
                        "\"2026-11-22T10:00+01:00\""),
                List.of(Optional.of(Optional.of("x")), "x", "\"x\""),
                List.of(OptionalInt.of(5), "5", "5"),
                List.of(OptionalLong.of(safe + 1), "9007199254740992", "\"9007199254740992\""),
                List.of(OptionalDouble.of(0.5), "0.5", "0.5"),
                List.of(new int[] {2, 1}, "[2,1]", "[2,1]"),
                List.of(new String[] {"b", "a"}, "[\"b\",\"a\"]", "[\"b\",\"a\"]"),
                List.of(List.of(List.of(), true, Color.RED), "[[],true,\"RED\"]", "[[],true,\"RED\"]"),
                List.of(Arrays.asList(1, null, Optional.empty()), "[1,null,null]", "[1,null,null]"),
                List.of(
                        List.of(safe + 2, new BigDecimal("1.0"), 1.0),
                        "[\"9007199254740993\",\"1\",1]",
                        "[\"9007199254740993\",\"1\",1]"),
                List.of(List.of(new Range(1, 2)), "[{\"from\":1,\"to\":2}]", "[{\"to\":2,\"from\":1}]"),
                List.of(Map.of("any", 1), "{}", "{}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_printed_isItsTextAndItsJson(List<Object> valueTextAndJson) {
        Object value = valueTextAndJson.get(0);
        assertEquals(valueTextAndJson.get(1), parameterText.of(value));
        ScopeValue scope = parameterText.scopeValue(value);
        assertEquals(valueTextAndJson.get(1), scope.text());
        assertEquals(valueTextAndJson.get(2), scope.json().toString());
    }

    @Test
    void absentValues_printed_areAbsent() {
        for (Object absent : Arrays.asList(
                null,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                List.of(),
                Set.of(),
                new ArrayList<>(),
                new int[0],
                new String[0],
                Optional.of(List.of()),
                JapaneseDate.of(2026, 1, 1) /* of which this toJson makes null */)) {
            assertNull(parameterText.of(absent));
            assertNull(parameterText.scopeValue(absent));
        }
    }

    @Test
    void setsOfOtherOrder_printed_areTheSame() {
        assertEquals("[\"\",\"a\",\"😀\",10,9]", parameterText.of(new LinkedHashSet<>(List.of("😀", "a", 9, "", 10))));
        assertEquals(
                parameterText.of(new LinkedHashSet<>(List.of("b", "a", "c"))),
                parameterText.of(new LinkedHashSet<>(List.of("c", "b", "a"))));
        assertNotEquals(parameterText.of(List.of("b", "a")), parameterText.of(List.of("a", "b")));
    }

    @Test
    void notFinite_printed_isRefused() {
        for (Object value : List.of(Double.NaN, Float.POSITIVE_INFINITY, List.of(Double.NEGATIVE_INFINITY))) {
            assertThrows(IllegalArgumentException.class, () -> parameterText.of(value));
            assertThrows(IllegalArgumentException.class, () -> parameterText.scopeValue(value));
        }
    }

    @Test
    void halfASurrogatePair_asScope_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> parameterText.scopeValue("" + (char) 0xDC00));
        assertThrows(IllegalArgumentException.class, () -> parameterText.scopeValue((char) 0xDC00));
        assertThrows(IllegalArgumentException.class, () -> parameterText.of(List.of("" + (char) 0xDC00)));
    }

    @Test
    void decimalsOfTheLongestLength_printed_areRefusedBeyondIt() {
        for (String fits : List.of("1E+9999", "-1E+9998", "1E-9998", "-1E-9997", "1" + "0".repeat(9_999))) {
            assertEquals(10_000, parameterText.of(new BigDecimal(fits)).length(), fits);
        }
        for (String tooLong : List.of("1E+10000", "-1E+9999", "1E-9999", "-1E-9998", "1" + "0".repeat(10_000))) {
            assertThrows(IllegalArgumentException.class, () -> parameterText.of(new BigDecimal(tooLong)), tooLong);
        }
        assertThrows(IllegalArgumentException.class, () -> parameterText.of(BigInteger.ONE.shiftLeft(100_000)));
    }

    @Test
    void monstrousDecimals_printed_areRefusedAtOnce() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (String text : List.of("1E+2147483647", "1E-2147483647", "-9E+1000000000")) {
                assertThrows(IllegalArgumentException.class, () -> parameterText.of(new BigDecimal(text)), text);
            }
        });
    }
}
