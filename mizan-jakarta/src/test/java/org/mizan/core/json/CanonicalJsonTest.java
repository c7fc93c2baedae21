package org.mizan.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private final StrictJson reader = new StrictJson(JsonProvider.provider(), 64);

    private String canonical(String json) {
        return CanonicalJson.of(reader.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** RFC 8785, Appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void vectorsOfTheRfc_printed_areItsTexts(String bits, String text) {
        assertEquals(text, CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
    }

    /** What V8 prints for every power of two and for random bits: the powers are where shortest and closest part. */
    @Test
    void doublesPrintedByV8_printed_areTheSame() throws IOException {
        try (InputStream in = CanonicalJsonTest.class.getResourceAsStream("/json/ecmascript-numbers.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            for (String line : all.split("\n")) {
                String[] bitsAndText = line.split(" ");
                double value = Double.longBitsToDouble(Long.parseUnsignedLong(bitsAndText[0], 16));
                assertEquals(bitsAndText[1], CanonicalJson.number(value), line);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void notFinite_printed_isRefused(double value) {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.number(value));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.numberOfFloat((float) value));
    }

    @Test
    void randomDoubles_printed_readBackAndAreNoLongerThanJavas() {
        Random random = new Random(8785);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (i % 4 == 0) {
                value = random.nextInt(1_000_000) / 1000.0;
            }
            if (Double.isFinite(value)) {
                String text = CanonicalJson.number(value);
                assertEquals(value, Double.parseDouble(text), text);
                assertTrue(digits(text) <= digits(Double.toString(value)), () -> text);
            }
        }
    }

    @Test
    void randomFloats_printed_readBackAndAreNoLongerThanJavas() {
        Random random = new Random(8785);
        for (int i = 0; i < 50_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value) && value != 0) {
                String text = CanonicalJson.numberOfFloat(value);
                assertEquals(value, Float.parseFloat(text), text);
                assertTrue(digits(text) <= digits(Float.toString(value)), () -> text);
            }
        }
    }

    private static int digits(String number) {
        return new BigDecimal(number).stripTrailingZeros().precision();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, 0",
        "1.0, 1",
        "16777216, 16777216",
        "1e10, 10000000000",
        "1e-7, 1e-7",
        "-3.4028235e38, -3.4028235e+38",
        "1.4e-45, 1e-45"
    })
    void floats_printed_areTheirOwnShortestDecimals(float value, String text) {
        assertEquals(text, CanonicalJson.numberOfFloat(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "1.0, 1",
        "1e2, 100",
        "1E+400000, refused",
        "1e400, refused",
        "1e-400, 0",
        "999999999999999, 999999999999999",
        "-999999999999999, -999999999999999",
        "9007199254740993, 9007199254740992",
        "12345678901234567890, 12345678901234567000",
        "05, refused",
        "1., refused",
        "NaN, refused",
        "1d, refused",
        "0x1p3, refused",
        "'', refused",
        "' 1', refused",
    })
    void numberTexts_printed_areThoseOfTheirDoubles(String json, String text) {
        if (text.equals("refused")) {
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.number(json));
        } else {
            assertEquals(text, CanonicalJson.number(json));
        }
    }

    /** The short path is to say nothing but what the way through a double would. */
    @Test
    void shortIntegers_printed_areAsTheirDoublesPrint() {
        Random random = new Random(8785);
        for (int i = 0; i < 100_000; i++) {
            long value = i < 2_000 ? i : random.nextLong() >>> random.nextInt(64);
            String text = Long.toString(value);
            assertEquals(value >= 0 && value < 1_000_000_000_000_000L, CanonicalJson.isShortInteger(text), text);
            if (CanonicalJson.isShortInteger(text)) {
                assertEquals(new BigDecimal(Double.parseDouble(text)).toPlainString(), text);
                assertEquals(CanonicalJson.number(text + ".0"), CanonicalJson.number(text));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "9, true",
        "10, true",
        "999999999999999, true",
        "1000000000000000, false",
        "'', false",
        "00, false",
        "05, false",
        "-0, false",
        "-5, false",
        "+5, false",
        "5., false",
        "1.0, false",
        "1e3, false",
        "1E3, false",
        "5a, false",
        "' 5', false",
        "/0, false",
        "1:, false",
        "\u0661, false",
        "\uff11, false",
    })
    void shortInteger_isCanonicalDigitsAlone(String json, boolean isShort) {
        assertEquals(isShort, CanonicalJson.isShortInteger(json));
    }

    /** RFC 8785 §3.2.2 and §3.2.3. */
    @Test
    void sampleOfTheRfc_printed_isItsCanonicalForm() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;
        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                canonical(sample));
    }

    /** RFC 8785 §3.2.3: the emoji's high surrogate sorts before U+FB33. */
    @Test
    void sortingSampleOfTheRfc_printed_isSortedByCodeUnits() {
        String sample = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """;
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                canonical(sample));
    }

    @Test
    void nestedObjects_printed_areSortedAtEveryDepth() {
        assertEquals(
                "[{\"a\":{\"c\":[],\"d\":{}},\"b\":\"\"}]", canonical("[{ \"b\":\"\", \"a\":{\"d\":{},\"c\":[ ]}}]"));
    }

    @Test
    void controlCharacters_printed_haveTheShortestEscapes() {
        StringBuilder out = new StringBuilder();
        CanonicalJson.string("\u0000\b\t\n\u000b\f\r\u001f\u007f\u2028/", out);
        assertEquals("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\u2028/\"", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low", "swapped", "high then text", "two highs"})
    void halfASurrogatePair_printed_isRefused(String kind) {
        String text =
                switch (kind) {
                    case "high" -> "a" + (char) 0xD83D;
                    case "low" -> "" + (char) 0xDE00;
                    case "swapped" -> "" + (char) 0xDE00 + (char) 0xD83D;
                    case "high then text" -> (char) 0xD83D + "a";
                    default -> "" + (char) 0xD83D + (char) 0xD83D + (char) 0xDE00;
                };
        JsonValue value = JsonProvider.provider().createValue(text);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(value));
    }

    @Test
    void numberBeyondDoubles_printedInAnArray_isRefused() {
        JsonValue value = reader.parse("[1e400]".getBytes(StandardCharsets.UTF_8));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(value));
    }
}
