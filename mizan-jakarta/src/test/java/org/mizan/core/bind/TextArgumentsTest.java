package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.JsonText;
import org.mizan.Param;
import org.mizan.core.protocol.BadParameterException;
import org.mizan.core.protocol.QueryString;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;

/** PROTOCOL §4: text is read by the declared type. */
class TextArgumentsTest {

    public enum Color {
        RED,
        GREEN
    }

    public static class Functions {
        @Client
        public void all(
                Optional<Boolean> flag,
                Optional<Byte> b,
                Optional<Integer> i,
                Optional<Long> l,
                @JsonText @Param(defaultValue = "0") long text,
                Optional<Float> f,
                Optional<Double> d,
                Optional<BigDecimal> dec,
                Optional<BigInteger> big,
                Optional<Character> c,
                Optional<String> s,
                Optional<UUID> uuid,
                Optional<Color> color,
                Optional<LocalDate> day,
                Optional<Instant> instant,
                Optional<OffsetDateTime> offset,
                Optional<YearMonth> month) {}

        @Client
        public void lists(
                Optional<List<Integer>> ints,
                Optional<List<String>> texts,
                Optional<Set<Color>> colors,
                Optional<List<BigDecimal>> decimals,
                Optional<List<Boolean>> flags,
                Optional<List<Float>> floats,
                Optional<List<Double>> doubles,
                Optional<List<LocalDate>> days,
                Optional<List<UUID>> uuids,
                Optional<List<BigInteger>> bigs,
                Optional<long[]> longs,
                Optional<String[]> array) {}

        @Client
        public void required(long id, List<String> tags) {}
    }

    private static final Registry REGISTRY = Built.of(Functions.class);
    private final ArgumentBinder binder = new ArgumentBinder(REGISTRY, new JsonMapper());

    private Map<String, Object> bind(String function, String query) {
        return binder.bind(REGISTRY.function(function).orElseThrow().parameters(), QueryString.parse(query))
                .values();
    }

    private Object value(String name, String text) {
        return Objects.requireNonNull(bind("all", name + "=" + text).get(name));
    }

    @ParameterizedTest
    @CsvSource({
        "flag,true,true",
        "flag,false,false",
        "b,-128,-128",
        "i,05,5",
        "i,-0,0",
        "i,-007,-7",
        "i,0000000000000000000000000000000000000000000000000000000000000005,5",
        "l,-9223372036854775808,-9223372036854775808",
        "text,007,7",
        "f,0.1,0.1",
        "f,1e3,1000.0",
        "d,1.5,1.5",
        "d,1.5e-3,0.0015",
        "d,1E%2B2,100.0",
        "d,007.50,7.5",
        "dec,1.50,1.50",
        "dec,-007,-7",
        "big,123456789012345678901234567890,123456789012345678901234567890",
        "c,x,x",
        "s,%C3%A4+b,ä b",
        "uuid,0AF1C1A0-1111-2222-3333-444455556666,0af1c1a0-1111-2222-3333-444455556666",
        "color,RED,RED",
        "day,2026-02-28,2026-02-28",
        "instant,2026-02-28T01:02:03Z,2026-02-28T01:02:03Z",
        "offset,2026-02-28T01:02:03%2B01:00,2026-02-28T01:02:03+01:00",
        "month,2026-02,2026-02"
    })
    void text_ofItsType_isBound(String name, String text, String value) {
        assertEquals(value, value(name, text).toString());
    }

    @Test
    void emptyText_forAString_isAValue() {
        assertEquals("", value("s", ""));
        assertEquals("", Objects.requireNonNull(bind("all", "s").get("s")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "flag,TRUE",
                "flag,1",
                "flag,``",
                "b,128",
                "i,``",
                "i,%2B5",
                "i,5.0",
                "i,1e3",
                "i,0x10",
                "i,2147483648",
                "i,%D9%A5",
                "i,+5",
                "i,5+",
                "i,--5",
                "i,00000000000000000000000000000000000000000000000000000000000000005",
                "l,9223372036854775808",
                "text,1e1",
                "f,1e39",
                "d,NaN",
                "d,Infinity",
                "d,1e400",
                "d,.5",
                "d,5.",
                "d,1e99999",
                "d,0x1p3",
                "d,1d",
                "dec,1e3",
                "dec,%2B1",
                "dec,1.",
                "dec,00000000000000000000000000000000000000000000000000000000000000.55",
                "big,1.0",
                "c,ab",
                "uuid,1-1-1-1-1",
                "color,red",
                "color,``",
                "day,2026-02-30",
                "day,28.02.2026",
                "instant,yesterday",
                "month,2026-13",
                "s,%FF",
                "s,%zz"
            })
    void text_ofAnotherType_isRefusedByName(String name, String text) {
        var refused = assertThrows(BadParameterException.class, () -> bind("all", name + "=" + text));
        assertEquals(name, refused.parameter());
        assertTrue(text.isEmpty() || !refused.problem().contains(text), refused.problem());
    }

    @Test
    void scalar_givenTwice_isRefused() {
        var refused = assertThrows(BadParameterException.class, () -> bind("all", "i=1&i=1"));
        assertEquals("i", refused.parameter());
        assertEquals("is given more than once", refused.problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ints=05&ints=-1|ints|[5, -1]",
                "texts=a&texts=&texts=b|texts|[a, , b]",
                "colors=RED&colors=GREEN&colors=RED|colors|2",
                "decimals=1.50&decimals=2|decimals|[1.50, 2]",
                "flags=true&flags=false|flags|[true, false]",
                "floats=0.1|floats|[0.1]",
                "doubles=1e2&doubles=0.1|doubles|[100.0, 0.1]",
                "days=2026-01-02|days|[2026-01-02]",
                "uuids=0AF1C1A0-1111-2222-3333-444455556666|uuids|[0af1c1a0-1111-2222-3333-444455556666]",
                "bigs=123456789012345678901234567890|bigs|[123456789012345678901234567890]",
            })
    void list_byRepetition_isBoundInOrder(String query, String name, String value) {
        var bound = Objects.requireNonNull(bind("lists", query).get(name));
        assertEquals(value, bound instanceof Set<?> set ? "" + set.size() : bound.toString());
    }

    @Test
    void list_ofAnArray_isAnArray() {
        assertEquals(
                9_007_199_254_740_993L,
                ((long[]) Objects.requireNonNull(
                                bind("lists", "longs=9007199254740993").get("longs")))
                        [0]);
        assertEquals(
                "b",
                ((String[]) Objects.requireNonNull(
                                bind("lists", "array=a&array=b").get("array")))
                        [1]);
    }

    @Test
    void listElement_thatDoesNotFit_isRefused() {
        var refused = assertThrows(BadParameterException.class, () -> bind("lists", "ints=1&ints=x"));
        assertEquals("ints", refused.parameter());
        assertThrows(BadParameterException.class, () -> bind("lists", "ints=2147483648"));
        assertThrows(BadParameterException.class, () -> bind("lists", "floats=1e39"));
    }

    @Test
    void unknownName_refused_isShownOnlyWhenItIsALegalName() {
        assertEquals(
                "nope",
                assertThrows(BadParameterException.class, () -> bind("all", "nope=1"))
                        .parameter());
        assertEquals(
                "?",
                assertThrows(BadParameterException.class, () -> bind("all", "%3Cscript%3E=1"))
                        .parameter());
        assertEquals(
                "?",
                assertThrows(BadParameterException.class, () -> bind("all", "=1"))
                        .parameter());
    }

    @Test
    void requiredName_missing_isRefused() {
        assertEquals(
                "id",
                assertThrows(BadParameterException.class, () -> bind("required", "tags=a"))
                        .parameter());
        assertEquals(
                "tags",
                assertThrows(BadParameterException.class, () -> bind("required", "id=1"))
                        .parameter());
    }

    @Test
    void textAndJson_ofOneName_areRefused() {
        var parameters = REGISTRY.function("required").orElseThrow().parameters();
        var json = Json.createObjectBuilder()
                .add("id", 1)
                .add("tags", Json.createArrayBuilder())
                .build();
        assertEquals(
                Map.of("id", 1L, "tags", List.of()),
                binder.bind(parameters, Map.of(), json).values());
        var refused = assertThrows(
                BadParameterException.class, () -> binder.bind(parameters, Map.of("id", List.of("1")), json));
        assertEquals("is given twice", refused.problem());
    }
}
