package org.mizan.core.bind.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge is the platform: its generator's text, read by its reader. */
class TreeGeneratorTest {
    private static final JsonProvider PLATFORM = JsonProvider.provider();
    private static final String DIGITS = "7".repeat(1_100);
    private static final JsonValue EVERYTHING = read("{\"o\":{\"a\":[1,{\"b\":null}],\"e\":{}},\"a\":[[],[true,false]],"
            + "\"s\":\"\\ud800 \\u0000 \\\"\",\"i\":-7,\"l\":12345678901,\"d\":1.50,\"x\":1E+30,"
            + "\"n\":null,\"t\":true,\"f\":false}");

    private static JsonValue read(String text) {
        try (var reader = PLATFORM.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static JsonValue tree(Consumer<JsonGenerator> writing) {
        var writer = new TreeWriter(PLATFORM);
        try (var generator = new TreeProvider(PLATFORM).createGenerator(writer)) {
            assertInstanceOf(TreeGenerator.class, generator);
            writing.accept(generator);
        }
        return writer.value();
    }

    private static JsonValue platform(Consumer<JsonGenerator> writing) {
        var writer = new StringWriter();
        try (var generator = PLATFORM.createGenerator(writer)) {
            writing.accept(generator);
        }
        return read(writer.toString());
    }

    private static Consumer<JsonGenerator> in(Consumer<JsonGenerator> writing) {
        return json -> {
            json.writeStartObject();
            writing.accept(json);
            json.writeEnd();
        };
    }

    /** What may stand in an array, after a name, or alone. */
    private static List<Consumer<JsonGenerator>> values() {
        return List.of(
                json -> json.write("text"),
                json -> json.write("\ud800 \u0000 \" \\ \u2028"),
                json -> json.write(0),
                json -> json.write(Integer.MIN_VALUE),
                json -> json.write(-1L),
                json -> json.write(Long.MAX_VALUE),
                json -> json.write(Long.MIN_VALUE),
                json -> json.write(0.0),
                json -> json.write(-0.0),
                json -> json.write(0.1),
                json -> json.write(1e10),
                json -> json.write(Double.MIN_VALUE),
                json -> json.write(Double.MAX_VALUE),
                json -> json.write(new BigDecimal("1.50")),
                json -> json.write(new BigDecimal("1E+30")),
                json -> json.write(new BigDecimal("1e-700")),
                json -> json.write(new BigDecimal(DIGITS)),
                json -> json.write(new BigDecimal("-" + DIGITS.substring(3) + ".7")),
                json -> json.write(BigInteger.TEN.pow(40)),
                json -> json.write(true),
                json -> json.write(false),
                json -> json.write(EVERYTHING),
                json -> json.write(EVERYTHING.asJsonObject().get("a")),
                json -> json.write(JsonValue.NULL),
                json -> json.write(JsonValue.TRUE),
                json -> json.write(JsonValue.FALSE),
                json -> json.write(Json.createValue("text")),
                json -> json.write(Json.createValue(0.1f)),
                json -> json.write(Json.createValue(1e10)),
                JsonGenerator::writeNull,
                json -> json.writeStartArray().writeEnd(),
                json -> json.writeStartObject().writeEnd(),
                json -> json.writeStartArray()
                        .write(1)
                        .writeStartArray()
                        .writeEnd()
                        .write(2)
                        .writeEnd());
    }

    @SuppressWarnings("NullAway")
    private static List<Consumer<JsonGenerator>> members() {
        return List.of(
                json -> json.write("a", "text"),
                json -> json.write("\ud800 \u0000 \"", "\udc00"),
                json -> json.write("a", 5),
                json -> json.write("a", 5L),
                json -> json.write("a", 0.5),
                json -> json.write("a", new BigDecimal("5.0")),
                json -> json.write("a", (BigDecimal) null),
                json -> json.write("a", new BigInteger(DIGITS)),
                json -> json.write("a", (BigInteger) null),
                json -> json.write("a", true),
                json -> json.write("a", EVERYTHING),
                json -> json.write("a", JsonValue.NULL),
                json -> json.writeNull("a"),
                json -> json.writeStartObject("a").write("b", 1).writeEnd().write("c", 2),
                json -> json.writeStartArray("a").write(1).writeEnd().write("c", 2),
                json -> json.writeKey("a")
                        .write(1)
                        .writeKey("b")
                        .writeStartObject()
                        .writeEnd()
                        .write("c", 2),
                json -> json.write("z", 1).write("a", 2).write("", 3),
                json -> json.write("a", 1).write("b", 2).write("a", 3),
                JsonGenerator::flush);
    }

    private static Stream<Consumer<JsonGenerator>> wellFormed() {
        return Stream.of(
                        values().stream(),
                        values().stream()
                                .map(value -> in(json -> {
                                    json.writeKey("name");
                                    value.accept(json);
                                    json.write("next", 1);
                                })),
                        values().stream().map(value -> (Consumer<JsonGenerator>) json -> {
                            json.writeStartArray();
                            value.accept(json);
                            value.accept(json);
                            json.writeEnd();
                        }),
                        members().stream().map(TreeGeneratorTest::in))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void anything_written_isWhatAReaderMakesOfThePlatformsText(Consumer<JsonGenerator> writing) {
        var expected = platform(writing);
        var tree = tree(writing);

        assertEquals(expected, tree);
        assertEquals(expected.toString(), tree.toString());
    }

    @Test
    void constants_written_areThoseOfJsonP() {
        var array = tree(json -> json.writeStartArray()
                        .write(true)
                        .write(JsonValue.FALSE)
                        .writeNull()
                        .writeEnd())
                .asJsonArray();

        assertSame(JsonValue.TRUE, array.get(0));
        assertSame(JsonValue.FALSE, array.get(1));
        assertSame(JsonValue.NULL, array.get(2));
    }

    @Test
    void wholeNumber_isIntegral_asRead() {
        for (double value : new double[] {1, 1e10, 1e300, 0.5}) {
            assertEquals(
                    ((JsonNumber) platform(json -> json.write(value))).isIntegral(),
                    ((JsonNumber) tree(json -> json.write(value))).isIntegral());
        }
    }

    /** Misuse, and what Parsson's reader would not read. */
    @SuppressWarnings("NullAway")
    private static Stream<Consumer<JsonGenerator>> malformed() {
        return Stream.of(
                json -> {}, // nothing at all
                json -> json.write(1).write(2),
                json -> json.write(1).writeStartArray(),
                json -> json.writeStartObject().writeEnd().writeStartObject().writeEnd(),
                JsonGenerator::writeStartObject,
                JsonGenerator::writeStartArray,
                JsonGenerator::writeEnd,
                json -> json.writeStartArray().writeEnd().writeEnd(),
                json -> json.writeKey("a"),
                json -> json.write("a", 1),
                json -> json.write("a", EVERYTHING),
                json -> json.writeNull("a"),
                json -> json.writeStartObject("a"),
                json -> json.writeStartArray("a"),
                json -> json.writeStartArray().write("a", 1).writeEnd(),
                json -> json.writeStartArray().writeKey("a").write(1).writeEnd(),
                json -> json.writeStartArray().writeStartObject("a").writeEnd().writeEnd(),
                in(json -> json.write(1)),
                in(json -> json.write(EVERYTHING)),
                in(JsonGenerator::writeNull),
                in(JsonGenerator::writeStartObject),
                in(JsonGenerator::writeStartArray),
                in(json -> json.writeKey("a")),
                in(json -> json.writeKey("a").writeKey("b").write(1)),
                in(json -> json.writeKey("a").write("b", 1)),
                in(json -> json.writeKey("a").writeStartArray("b").writeEnd()),
                json -> json.write(Double.NaN),
                json -> json.write(Double.POSITIVE_INFINITY),
                in(json -> json.write("a", Double.NaN)),
                in(json -> json.write("a", Double.NEGATIVE_INFINITY)),
                json -> json.write((String) null),
                json -> json.write((BigDecimal) null),
                json -> json.write((BigInteger) null),
                json -> json.write((JsonValue) null),
                in(json -> json.write("a", (String) null)),
                in(json -> json.write("a", (JsonValue) null)),
                in(json -> json.write((String) null, 1)),
                in(json -> json.writeKey(null).write(1)),
                json -> json.write(new BigDecimal(DIGITS + "7")),
                json -> json.write(new BigDecimal("-" + DIGITS)),
                json -> json.write(new BigDecimal("7." + DIGITS.substring(1))),
                json -> json.write(new BigInteger("-" + DIGITS)),
                json -> json.write(Json.createValue(new BigInteger("-" + DIGITS))),
                json -> nested(json, 1_000));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatNoReaderTakes_isRefused(Consumer<JsonGenerator> writing) {
        assertThrows(RuntimeException.class, () -> platform(writing));
        assertThrows(RuntimeException.class, () -> tree(writing));
    }

    @Test
    void misuse_isTheGeneratorsException_asThePlatforms() {
        for (Consumer<JsonGenerator> misuse : List.<Consumer<JsonGenerator>>of(
                JsonGenerator::writeEnd, json -> json.writeKey("a"), json -> json.write("a", 1), json -> {})) {
            assertThrows(JsonGenerationException.class, () -> platform(misuse));
            assertThrows(JsonGenerationException.class, () -> tree(misuse));
        }
    }

    @Test
    void nan_refused_canBeReplaced() {
        Consumer<JsonGenerator> replacing = in(json -> {
            json.writeKey("a");
            assertThrows(NumberFormatException.class, () -> json.write(Double.NaN));
            json.write("NaN");
            assertThrows(NumberFormatException.class, () -> json.write("b", Double.NaN));
            json.write("b", "NaN");
        });

        assertEquals(platform(replacing), tree(replacing));
    }

    private static void nested(JsonGenerator json, int levels) {
        IntStream.range(0, levels).forEach(level -> json.writeStartArray());
        IntStream.range(0, levels).forEach(level -> json.writeEnd());
    }

    @Test
    void nesting_asDeepAsAReaderGoes_isKept() {
        assertEquals(platform(json -> nested(json, 999)), tree(json -> nested(json, 999)));
    }

    @Test
    void closing_twice_isNoError() {
        var writer = new TreeWriter(PLATFORM);
        var generator = new TreeProvider(PLATFORM).createGenerator(writer);
        generator.write(1).close();
        generator.close();

        assertEquals(Json.createValue(1), writer.value());
    }
}
