package org.mizan.core.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the RFC and its author published to test against: {@code json/rfc8785/README.md} says where it is from. The
 * samples of the RFC's text that {@link CanonicalJsonTest} has are not repeated.
 */
class Rfc8785Test {
    private static final int SERIAL = 2_000;

    private final StrictJson reader = new StrictJson(JsonProvider.provider(), 64);

    private byte[] canonical(byte[] json) {
        return CanonicalJson.of(reader.parse(json)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Rfc8785Test.class.getResourceAsStream("/json/rfc8785/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void publishedInput_printed_isThePublishedOutput(String name) throws IOException {
        byte[] output = resource("output/" + name + ".json");
        assertArrayEquals(output, canonical(resource("input/" + name + ".json")));
        assertArrayEquals(output, canonical(output), "a canonical text is its own canonical form");
    }

    /** §3.2.4: the bytes that the RFC prints for its sample. */
    @Test
    void sampleOfTheRfc_printed_hasTheBytesOfTheRfc() throws IOException {
        String bytes = "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a"
                + "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c"
                + "22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
        assertEquals(bytes, HexFormat.of().formatHex(canonical(resource("input/values.json"))));
    }

    /** Appendix E: what looks like a date or a big number is a string, and stays as it is. */
    @Test
    void subtypesInStrings_printed_keepTheirText() {
        String sample = "{\"time\": \"2019-01-28T07:45:10Z\", \"big\": \"055\", \"val\": 3.5}";
        assertEquals(
                "{\"big\":\"055\",\"time\":\"2019-01-28T07:45:10Z\",\"val\":3.5}",
                new String(canonical(sample.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    /** Appendix B, the two samples that have no text; and other bits of the same kind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7fffffffffffffff",
                "7ff0000000000000",
                "fff0000000000000",
                "7ff8000000000000",
                "7ff0000000000001",
                "ffffffffffffffff"
            })
    void bitsThatAreNoNumber_printed_areRefused(String bits) {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.number(fromBits(bits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "[NaN]", "{\"a\":-Infinity}"})
    void namesThatAreNoNumber_read_areRefused(String json) {
        assertThrows(MalformedJsonException.class, () -> reader.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1.7976931348623159e308"})
    void numbersBeyondDoubles_printed_areRefused(String json) {
        JsonValue value = reader.parse(json.getBytes(StandardCharsets.UTF_8));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(value));
    }

    /** §3.2.2.2 names U+DEAD. Neither the reader nor the printer lets one through, as a value or as a name. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\udead\"", "{\"\\uDEAD\":1}", "[\"a\\ud83d\"]", "{\"\\ude02\\ud83d\":1}"})
    void loneSurrogate_read_isRefused(String json) {
        assertThrows(MalformedJsonException.class, () -> reader.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void loneSurrogate_printed_isRefused() {
        JsonProvider json = JsonProvider.provider();
        String dead = String.valueOf((char) 0xDEAD);
        JsonValue value = json.createArrayBuilder().add(dead).build();
        JsonValue name = json.createObjectBuilder().add(dead, 1).build();
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(value));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(name));
    }

    /**
     * The published sequence of numbers: fixed ones, the smallest normal doubles, then random bits out of a chain of
     * SHA-256. Published is the hash of all lines together; that of a million lines agreed too, but takes long.
     */
    @ParameterizedTest
    @CsvSource({
        "1000, be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687",
        "10000, b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892",
        "100000, 22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7",
    })
    void publishedSequenceOfNumbers_printed_hasThePublishedHash(int lines, String sha256) throws Exception {
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        numbers(lines, number -> {
            String line = Long.toHexString(Double.doubleToRawLongBits(number)) + ',' + CanonicalJson.number(number);
            all.update((line + '\n').getBytes(StandardCharsets.US_ASCII));
        });
        assertEquals(sha256, HexFormat.of().formatHex(all.digest()));
    }

    private static void numbers(int count, DoubleConsumer each) throws Exception {
        String[] fixed = new String(resource("numbers.txt"), StandardCharsets.US_ASCII).split("\\s+");
        int given = 0;
        for (; given < count && given < fixed.length; given++) {
            each.accept(fromBits(fixed[given]));
        }
        for (; given < count && given < fixed.length + SERIAL; given++) {
            each.accept(Double.longBitsToDouble(0x0010000000000000L + given - fixed.length));
        }
        MessageDigest chain = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[32];
        while (given < count) {
            block = chain.digest(block);
            ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
            while (given < count && numbers.hasRemaining()) {
                double number = numbers.getDouble();
                if (number != 0 && Double.isFinite(number)) {
                    each.accept(number);
                    given++;
                }
            }
        }
    }

    private static double fromBits(String hex) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
    }
}
