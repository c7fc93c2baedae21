package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidateHeaderTest {

    private static List<Target> parse(String header) {
        return InvalidateHeader.parse(header, Vectors.JSON);
    }

    private static String refusal(String header) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> parse(header))
                .getMessage());
    }

    @TestFactory
    Stream<DynamicTest> validVectors_writtenAndRead_areTheSame() {
        return Vectors.read("invalidate-header.json").asJsonObject().getJsonArray("valid").stream()
                .map(JsonValue::asJsonObject)
                .map(vector -> DynamicTest.dynamicTest(vector.getString("why"), () -> {
                    List<Target> targets = vector.getJsonArray("targets").stream()
                            .map(Vectors::target)
                            .toList();
                    assertEquals(vector.getString("header"), InvalidateHeader.write(targets));
                    assertEquals(targets, parse(vector.getString("header")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> invalidVectors_read_areRefusedWithThePosition() {
        return Vectors.read("invalidate-header.json").asJsonObject().getJsonArray("invalid").stream()
                .map(JsonValue::asJsonObject)
                .map(vector -> DynamicTest.dynamicTest(
                        vector.getString("why"),
                        () -> assertTrue(refusal(vector.getString("header")).matches(".* position \\d+"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'user,,cart', expected a name at position 5",
        "'user;a=1;a=2', expected a name that was not there yet at position 9",
        "'user;q=ab%4', a broken percent-escape at position 9",
        "'user;q=ab%ff', 'percent-encoding that is not UTF-8, after position 7'",
        "'us er', 'expected '','' or '';'' or the end at position 3'",
        "'user;q', expected '=' at position 6",
    })
    void fault_read_isPlaced(String header, String message) {
        assertEquals(message, refusal(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "user,",
                ",user",
                " user",
                "user;",
                "user;a=1;",
                "user.",
                ".f",
                "**",
                "*.f",
                "* *",
                "user;a=b=c",
                "user;a=\"b\"",
                "user;a=b c",
                "user;a=é",
                "user ;a=1",
                "user; a=1",
                "user;a =1",
                "user;a= 1",
                "user\n",
                "user,\rcart",
                "user.f.g;a=1",
                "é",
                "user;a=%E9",
                "user;a=%C0%AF",
                "user;a=%ED%A0%80",
                "user;a=%+1",
                "user;a=%１1",
                "user;a=+",
                "user;1a=1"
            })
    void notTheGrammar_read_isRefused(String header) {
        assertTrue(refusal(header).matches(".* position \\d+"));
    }

    @Test
    void whiteSpaceAroundCommas_read_isSkipped() {
        assertEquals(parse("user, cart, *"), parse("user,cart\t , \t*"));
    }

    @Test
    void escapes_read_mayBeLowerCaseAndNeedless() {
        assertEquals("A/", parse("user;q=%41%2f").get(0).params().get("q").text());
    }

    @Test
    void noTargets_written_isEmpty() {
        assertEquals("", InvalidateHeader.write(List.of()));
    }

    @Test
    void hostileHeaders_read_takeLinearTime() {
        int n = 1_000_000;
        assertTimeout(Duration.ofSeconds(10), () -> {
            refusal("user" + " ".repeat(n) + "x");
            refusal("user;q=" + "%41".repeat(n) + "%");
            refusal("a".repeat(n) + "-");
            refusal("user" + " ,user".repeat(n / 5) + ",");
            StringBuilder many = new StringBuilder("user");
            for (int i = 0; i < n / 10; i++) {
                many.append(";p").append(i).append("=1");
            }
            assertFalse(parse(many.toString()).isEmpty());
            refusal(many + ";p0=1");
        });
    }
}
