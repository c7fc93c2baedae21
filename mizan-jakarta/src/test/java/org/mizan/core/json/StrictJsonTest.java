package org.mizan.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final StrictJson reader = new StrictJson(JsonProvider.provider(), 20);

    private JsonValue parse(String text) {
        return reader.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private MalformedJsonException refusal(byte[] utf8) {
        return assertThrows(MalformedJsonException.class, () -> reader.parse(utf8));
    }

    private String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-0",
                "true",
                "false",
                "null",
                " [ 1 , { \"a\" : [ ] } ]\r\n\t",
                "{\"a\":{\"a\":1},\"b\":{\"a\":2}}",
                "\"\\ud83d\\ude00 😀 \\u0000 \\/ \u007f\"",
                "[1.50,-2e-7,1E+3]",
                "{\"\":1}"
            })
    void json_read_isItsValue(String text) {
        JsonValue expected;
        try (var other = JsonProvider.provider().createReader(new java.io.StringReader(text))) {
            expected = other.readValue();
        }
        assertEquals(expected, parse(text));
    }

    @Test
    void members_read_keepTheirOrder() {
        assertEquals(
                List.of("b", "a", "c"),
                List.copyOf(parse("{\"b\":1,\"a\":2,\"c\":3}").asJsonObject().keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2",
                "[1] 2",
                "[1]]",
                "[] []",
                "{}{}",
                "{} x",
                "\"a\" b",
                "01",
                "[01]",
                "-",
                "+1",
                "1.",
                "[1.]",
                ".5",
                "1e",
                "1e+",
                "-a",
                "[1,]",
                "{\"a\":1,}",
                "[\"\t\"]",
                "[\"a\nb\"]",
                "\"\\x\"",
                "\"\\u00zz\"",
                "nul",
                "true1",
                "[1 2]",
                "{a:1}",
                "{'a':1}",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "[\u00001]",
                "[1]\u0000",
                "//c\n1",
                "/**/1",
                "#\n1",
                "{\"a\":1 \"b\":2}",
                "\"abc",
                "[",
                "{",
                "[1",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "\u00a01",
                "[1]\u00a0",
                "\f1",
                "[,1]",
                "[1,,2]",
                "[truefalse]",
                "[\"a\"\"b\"]",
                "[1}",
                "{\"a\":1]",
                ":1",
                "]",
                "}",
                "1,2",
                "\"a\":1",
                "{\"a\",1}",
                "{1:2}",
                "{null:2}",
                "[1:2]",
                "True",
                "undefined",
                "1.5.5",
                "--1"
            })
    void notJson_read_isRefusedWithItsPlace(String text) {
        assertTrue(refusal(text).matches("[^\\n]* at line \\d+, column \\d+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r "})
    void nothing_read_isRefused(String text) {
        assertTrue(refusal(text).startsWith("no JSON, only an end at line "));
    }

    @Test
    void fault_read_isPlaced() {
        assertEquals("a duplicate member at line 3, column 4", refusal("{\"a\":1,\n\"b\":2,\n\"a\":3}"));
    }

    @Test
    void refusal_read_quotesNothing() {
        assertFalse(refusal("{\"pass\":\"s3cret\" s3cret").contains("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "[{\"x\":{\"a\":1,\"b\":2,\"a\":null}}]", "{\"a\":1,\"\\u0061\":2}"})
    void duplicateMember_read_isRefused(String text) {
        assertTrue(refusal(text).startsWith("a duplicate member at"));
    }

    @Test
    void invalidUtf8_read_isRefusedWithItsPlace() {
        for (int[] bad :
                new int[][] {{0xff}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf4, 0x90, 0x80, 0x80}, {0xe2, 0x82}}) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes("[\n \"".getBytes(StandardCharsets.UTF_8));
            for (int b : bad) {
                text.write(b);
            }
            text.writeBytes("\"]".getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    "invalid UTF-8 at line 2, column 3",
                    refusal(text.toByteArray()).getMessage());
        }
        assertEquals(
                "invalid UTF-8 at line 1, column 1",
                refusal(new byte[] {(byte) 0xe2}).getMessage());
    }

    @Test
    void otherEncodings_read_areRefused() {
        assertTrue(refusal("\uFEFF{}").startsWith("a byte order mark at"));
        refusal("{}".getBytes(StandardCharsets.UTF_16LE));
        refusal("{}".getBytes(StandardCharsets.UTF_16));
        refusal("\"é\"".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "{\"\\udc00\\ud800\":1}",
                "[\"\\ud83dx\"]",
                "\"\\ud83d\\ud83d\\ude00\""
            })
    void halfASurrogatePair_read_isRefused(String text) {
        assertTrue(refusal(text).startsWith("half of a surrogate pair at"));
    }

    @Test
    void depth_atTheLimit_isReadAndBeyondItRefused() {
        assertEquals(
                "[".repeat(20) + "]".repeat(20),
                parse("[".repeat(20) + "]".repeat(20)).toString());
        assertTrue(refusal("[".repeat(21) + "]".repeat(21)).startsWith("JSON nested deeper than 20 at"));
        assertTrue(refusal("{\"a\":".repeat(21) + "1" + "}".repeat(21)).startsWith("JSON nested deeper than 20 at"));
        assertTrue(refusal("[{\"a\":".repeat(5_000)).startsWith("JSON nested deeper than 20 at"));
    }

    @Test
    void depthBeyondTheParsersOwnLimit_read_isRefusedWithoutAnOverflow() {
        StrictJson generous = new StrictJson(JsonProvider.provider(), Integer.MAX_VALUE);
        byte[] deep = "[".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThrows(MalformedJsonException.class, () -> generous.parse(deep));
    }

    @Test
    void noDepthAllowed_read_admitsScalarsOnly() {
        StrictJson scalars = new StrictJson(JsonProvider.provider(), 0);
        assertEquals(JsonValue.TRUE, scalars.parse("true".getBytes(StandardCharsets.UTF_8)));
        assertThrows(MalformedJsonException.class, () -> scalars.parse("[]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void numbers_read_keepValueAndScale() {
        assertEquals("1.50", parse("1.50").toString());
        assertFalse(((JsonNumber) parse("1.0")).isIntegral());
        assertEquals(9007199254740993L, ((JsonNumber) parse("9007199254740993")).longValueExact());
        assertEquals(new BigDecimal("-123456789012345678901234567890"), number("-123456789012345678901234567890"));
        assertEquals(new BigDecimal("1e400"), number("1e400"));
        assertEquals(new BigDecimal("1e1000000000"), number("1e1000000000"));
    }

    private BigDecimal number(String text) {
        return ((JsonNumber) parse(text)).bigDecimalValue();
    }

    @Test
    void numbersNobodyMeans_read_areRefused() {
        assertTrue(refusal("1e1000000001").startsWith("a number with an exponent out of range at"));
        assertTrue(refusal("1e2147483648").startsWith("a number with an exponent out of range at"));
        assertTrue(refusal("-1e-99999999999999").startsWith("a number with an exponent out of range at"));
        assertEquals(1_000, parse("9".repeat(1_000)).toString().length());
        assertTrue(refusal("[" + "9".repeat(1_000_000) + "]").startsWith("a number of more than 1000 characters at"));
    }
}
