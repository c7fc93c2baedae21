package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeModel;

/** Short ways to the text of a value, against the general one: {@link CanonicalJson#of}. */
class CanonicalWalkTest {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private final CanonicalWalk walk =
            new CanonicalWalk(new Registry(Map.of(), Map.of(), Map.of(), new TreeSet<>()), false);

    private String written(ScalarKind kind, JsonValue value) {
        var out = new StringBuilder();
        walk.write(new TypeModel.Scalar(kind), value, out, () -> "here");
        return out.toString();
    }

    private static List<JsonNumber> forms(long value) {
        return List.of(
                JSON.createValue(value),
                JSON.createValue(BigInteger.valueOf(value)),
                JSON.createValue(BigDecimal.valueOf(value)),
                JSON.createValue(BigDecimal.valueOf(value).setScale(2)),
                JSON.createValue(BigDecimal.valueOf(value).stripTrailingZeros()),
                JSON.createValue((double) value));
    }

    @ParameterizedTest
    @EnumSource(
            value = ScalarKind.class,
            names = {"BYTE", "SHORT", "INT", "LONG", "FLOAT", "DOUBLE", "JSON"})
    void wholeNumbers_ofAnyForm_areWrittenAsInGeneral(ScalarKind kind) {
        var random = new Random(8785);
        for (int i = -300; i < 20_000; i++) {
            long value = i < 300 ? i : random.nextLong() >> (11 + random.nextInt(53));
            for (var number : forms(value)) {
                assertEquals(CanonicalJson.of(number), written(kind, number));
            }
        }
    }

    private static Stream<JsonNumber> edges() {
        return Stream.of(
                        Stream.of(0L, 9L, 10L, 999_999_999_999_999L, 1_000_000_000_000_000L, LARGEST_EXACT),
                        Stream.of(-1L, -999_999_999_999_999L, -1_000_000_000_000_000L, -LARGEST_EXACT))
                .flatMap(each -> each)
                .flatMap(value -> forms(value).stream());
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edgesOfTheShortWay_areWrittenAsInGeneral(JsonNumber number) {
        for (var kind : List.of(ScalarKind.LONG, ScalarKind.DOUBLE, ScalarKind.JSON)) {
            assertEquals(CanonicalJson.of(number), written(kind, number));
        }
    }

    private static Stream<JsonNumber> inexact() {
        return Stream.of(LARGEST_EXACT + 1, -LARGEST_EXACT - 1, Long.MAX_VALUE, Long.MIN_VALUE)
                .flatMap(value -> Stream.of(JSON.createValue(value), JSON.createValue(BigDecimal.valueOf(value))));
    }

    @ParameterizedTest
    @MethodSource("inexact")
    void longBeyondJavaScript_isRefused_doubleIsNot(JsonNumber number) {
        var unfit = assertThrows(UnfitResultException.class, () -> written(ScalarKind.LONG, number));
        assertTrue(String.valueOf(unfit.getMessage()).startsWith("MIZAN-00400: here:"));
        assertEquals(CanonicalJson.of(number), written(ScalarKind.DOUBLE, number));
    }

    @Test
    void texts_areWrittenAsInGeneral() {
        for (var text :
                List.of("", "plain", "\"", "\\", "a\nb", "\u0000", "\u001f ", "\u007f", "é\u2028", "\ud83d\ude00")) {
            for (var placed : List.of(text, "before" + text, text + "after", text + text)) {
                var value = JSON.createValue(placed);
                assertEquals(CanonicalJson.of(value), written(ScalarKind.STRING, value));
            }
        }
    }

    @Test
    void halfASurrogatePair_isRefused_oneThatMendsReplacesIt() {
        var mending = new CanonicalWalk(new Registry(Map.of(), Map.of(), Map.of(), new TreeSet<>()), true);
        for (var text : List.of("\ud83d", "a\ude00", "\ud83da")) {
            var value = JSON.createValue(text);
            var unfit = assertThrows(UnfitResultException.class, () -> written(ScalarKind.STRING, value));
            assertTrue(String.valueOf(unfit.getMessage()).contains(": here:"));

            var out = new StringBuilder();
            mending.write(new TypeModel.Scalar(ScalarKind.STRING), value, out, () -> "here");
            assertEquals("\"" + text.replace('\ud83d', '\ufffd').replace('\ude00', '\ufffd') + "\"", out.toString());
        }
    }
}
