package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.JsonText;
import org.mizan.Param;
import org.mizan.core.json.StrictJson;
import org.mizan.core.protocol.BadParameterException;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;

/** PROTOCOL §3: nothing is coerced in a JSON body, down to the last member. */
class JsonArgumentsTest {

    public enum Color {
        RED,
        GREEN
    }

    public record Address(String zip, int number, @Nullable String note) {}

    public record Person(String name, Address address, List<Address> more, Map<String, Address> byKind) {}

    public static class Box<T> {
        private T held;
        private List<T> all = List.of();

        @SuppressWarnings("NullAway")
        public Box() {
            this.held = null;
        }

        public T getHeld() {
            return held;
        }

        public void setHeld(T held) {
            this.held = held;
        }

        public List<T> getAll() {
            return all;
        }

        public void setAll(List<T> all) {
            this.all = all;
        }

        @Override
        public String toString() {
            return "Box[held=" + held + ", all=" + all + "]";
        }
    }

    @JsonbTypeInfo(
            key = "kind",
            value = {
                @JsonbSubtype(alias = "circle", type = Circle.class),
                @JsonbSubtype(alias = "square", type = Square.class)
            })
    public sealed interface Shape permits Circle, Square {}

    public record Circle(double radius) implements Shape {}

    public record Square(int side) implements Shape {}

    public record Positive(int amount) {
        public Positive {
            if (amount < 0) {
                throw new IllegalArgumentException("secret " + amount);
            }
        }
    }

    public static class Bean {
        public int a;
        private int seen;

        public int getReadOnly() {
            return seen;
        }

        public void setSeen(int seen) {
            this.seen = seen;
        }
    }

    public static class Functions {
        @Client
        public void aBoolean(boolean v) {}

        @Client
        public void aByte(byte v) {}

        @Client
        public void aShort(short v) {}

        @Client
        public void anInt(int v) {}

        @Client
        public void anInteger(Integer v) {}

        @Client
        public void aLong(long v) {}

        @Client
        public void aText(@JsonText long v) {}

        @Client
        public void aFloat(float v) {}

        @Client
        public void aDouble(double v) {}

        @Client
        public void aChar(char v) {}

        @Client
        public void aString(String v) {}

        @Client
        public void aDecimal(BigDecimal v) {}

        @Client
        public void aBig(BigInteger v) {}

        @Client
        public void aUuid(UUID v) {}

        @Client
        public void aUri(URI v) {}

        @Client
        public void bytes(byte[] v) {}

        @Client
        public void color(Color v) {}

        @Client
        public void instant(Instant v) {}

        @Client
        public void date(Date v) {}

        @Client
        public void localDate(LocalDate v) {}

        @Client
        public void zoned(ZonedDateTime v) {}

        @Client
        public void duration(Duration v) {}

        @Client
        public void person(Person v) {}

        @Client
        public void box(Box<Integer> v) {}

        @Client
        public void shape(Shape v) {}

        @Client
        public void positive(Positive v) {}

        @Client
        public void bean(Bean v) {}

        @Client
        public void ints(List<Integer> v) {}

        @Client
        public void set(Set<Color> v) {}

        @Client
        public void array(int[] v) {}

        @Client
        public void byInt(Map<Integer, Boolean> v) {}

        @Client
        public void byColor(Map<Color, String> v) {}

        @Client
        public void json(JsonValue v) {}

        @Client
        public void object(JsonObject v) {}

        @Client
        public void string(JsonString v) {}

        @Client
        public void optional(Optional<String> v, OptionalInt i, @Nullable Integer n) {}

        @Client
        public void defaults(@Param(defaultValue = "7") int v, @Param(defaultValue = "x") Optional<String> o) {}

        @Client
        public void two(int a, int b) {}
    }

    private static final Registry REGISTRY = Built.of(Functions.class);
    private final JsonMapper mapper = new JsonMapper();
    private final ArgumentBinder binder = new ArgumentBinder(REGISTRY, mapper);
    private final StrictJson reader = new StrictJson(JsonProvider.provider(), 100);

    private Arguments bind(String function, String args) {
        var json = reader.parse(args.getBytes(StandardCharsets.UTF_8)).asJsonObject();
        return binder.bind(REGISTRY.function(function).orElseThrow().parameters(), json);
    }

    private @Nullable Object value(String function, String json) {
        return bind(function, "{\"v\":" + json + "}").values().get("v");
    }

    private BadParameterException refused(String function, String args) {
        return assertThrows(BadParameterException.class, () -> bind(function, args));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aBoolean|true|true",
                "aByte|-128|-128",
                "aShort|32767|32767",
                "anInt|-2147483648|-2147483648",
                "anInteger|0|0",
                "aLong|9223372036854775807|9223372036854775807",
                "aText|\"9223372036854775807\"|9223372036854775807",
                "aFloat|0.1|0.1",
                "aDouble|1e3|1000.0",
                "aDouble|5|5.0",
                "aChar|\"ä\"|ä",
                "aString|\"5\"|5",
                "aString|\"\"|``",
                "aDecimal|\"1.50\"|1.50",
                "aBig|\"123456789012345678901234567890\"|123456789012345678901234567890",
                "aUuid|\"0AF1C1A0-1111-2222-3333-444455556666\"|0af1c1a0-1111-2222-3333-444455556666",
                "aUri|\"/a?b=c\"|/a?b=c",
                "color|\"RED\"|RED",
                "instant|\"2026-01-02T03:04:05Z\"|2026-01-02T03:04:05Z",
                "localDate|\"2026-02-28\"|2026-02-28",
                "zoned|\"2026-02-28T01:02:03+01:00\"|2026-02-28T01:02:03+01:00",
                "duration|\"PT1M\"|PT1M",
                "ints|[1,2]|[1, 2]",
                "set|[\"RED\"]|[RED]",
                "byInt|{\"1\":true}|{1=true}",
                "byColor|{\"RED\":\"x\"}|{RED=x}",
                "json|[1,{\"a\":null}]|[1,{\"a\":null}]",
                "object|{}|{}",
                "string|\"x\"|\"x\"",
                "shape|{\"kind\":\"circle\",\"radius\":1}|Circle[radius=1.0]",
                "shape|{\"side\":2,\"kind\":\"square\"}|Square[side=2]",
                "box|{\"held\":1,\"all\":[2]}|Box[held=1, all=[2]]",
                "positive|{\"amount\":1}|Positive[amount=1]",
            })
    void value_ofItsType_isBound(String function, String json, String text) {
        assertEquals(text, String.valueOf(value(function, json)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aBoolean|\"true\"|true or false",
                "aBoolean|1|true or false",
                "aByte|128|out of range",
                "aShort|-32769|out of range",
                "anInt|\"5\"|expects a number",
                "anInt|5.0|whole number",
                "anInt|1e3|whole number",
                "anInt|2147483648|out of range",
                "anInt|true|expects a number",
                "anInt|null|must not be null",
                "anInteger|null|must not be null",
                "anInt|[5]|expects a number",
                "aLong|9223372036854775808|out of range",
                "aLong|1e400|whole number",
                "aText|5|expects a string",
                "aFloat|1e39|out of range",
                "aDouble|1e400|out of range",
                "aDouble|-1e400|out of range",
                "aDouble|\"1\"|expects a number",
                "aChar|\"ab\"|one character",
                "aChar|\"\"|one character",
                "aString|5|expects a string",
                "aString|null|must not be null",
                "aDecimal|1.5|expects a string",
                "aDecimal|\"1e5\"|decimal number",
                "aDecimal|\"+1\"|decimal number",
                "aDecimal|\" 1\"|decimal number",
                "aDecimal|\".5\"|decimal number",
                "aBig|5|expects a string",
                "aBig|\"5.0\"|whole number",
                "aUuid|\"0af1c1a0-1111-2222-3333\"|UUID",
                "aUuid|\"1-1-1-1-1\"|UUID",
                "aUri|\"http://a b\"|URI",
                "bytes|\"*\"|Base64",
                "bytes|[1]|expects a string",
                "color|\"red\"|one of [RED, GREEN]",
                "color|0|expects a string",
                "instant|\"2026-01-02\"|ISO 8601",
                "instant|0|expects a string",
                "localDate|\"2026-02-30\"|ISO 8601 date",
                "localDate|\"2026-2-3\"|ISO 8601 date",
                "duration|\"1m\"|ISO 8601 duration",
                "ints|1|expects an array",
                "ints|[1,null]|must not be null",
                "ints|{}|expects an array",
                "byInt|{\"x\":true}|whole number",
                "byInt|{\"01\":true}|leading zeros",
                "byColor|{\"red\":\"x\"}|keys out of [GREEN, RED]",
                "byColor|[]|expects an object",
                "object|[]|another kind",
                "string|1|another kind",
                "shape|{\"radius\":1}|one of [circle, square]",
                "shape|{\"kind\":\"oval\",\"radius\":1}|one of [circle, square]",
                "shape|{\"kind\":1}|one of [circle, square]",
                "shape|{\"kind\":\"square\",\"radius\":1}|is required",
                "shape|{\"kind\":\"circle\",\"radius\":1,\"side\":1}|does not know",
                "box|{\"held\":\"1\",\"all\":[]}|expects a number",
                "box|{\"held\":1,\"all\":[2.5]}|whole number",
                "positive|{\"amount\":-1}|cannot be read",
                "bean|{\"a\":1,\"seen\":2,\"readOnly\":3}|does not know",
                "bean|{\"a\":1}|is required",
                "person|\"Ada\"|expects an object",
            })
    void value_ofAnotherType_isRefused(String function, String json, String problem) {
        var text = problem.replace("[GREEN, RED]", "[RED, GREEN]");
        var refused = refused(function, "{\"v\":" + json + "}");
        assertEquals("v", refused.parameter().replaceFirst("[.\\[].*", ""));
        assertEquals(true, refused.problem().contains(text), refused.problem());
        assertFalse(refused.getMessage() != null && refused.getMessage().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`name`:1|v.name",
                "`address`:{`zip`:`1`,`number`:`2`}|v.address.number",
                "`address`:{`zip`:`1`}|v.address.number",
                "`address`:{`zip`:`1`,`number`:2,`x<y>`:1}|v.address",
                "`more`:[{`zip`:`1`,`number`:1},{`zip`:null,`number`:1}]|v.more[1].zip",
                "`byKind`:{`<script>`:{`zip`:`1`,`number`:1.5}}|v.byKind[*].number",
            })
    void nestedMember_thatDoesNotFit_isNamedWithoutTextOfTheRequest(String member, String path) {
        var quoted = member.replace('`', '"');
        var name = quoted.substring(0, quoted.indexOf(':'));
        var person = "{\"name\":\"Ada\",\"address\":{\"zip\":\"1\",\"number\":1},\"more\":[],\"byKind\":{}}";
        var good = reader.parse(person.getBytes(StandardCharsets.UTF_8)).asJsonObject();
        assertEquals("Ada", ((Person) java.util.Objects.requireNonNull(value("person", person))).name());
        var builder = JsonProvider.provider().createObjectBuilder(good);
        reader.parse(("{" + quoted + "}").getBytes(StandardCharsets.UTF_8))
                .asJsonObject()
                .forEach(builder::add);
        var refused = refused("person", "{\"v\":" + builder.build() + "}");
        assertEquals(path, refused.parameter(), name);
        assertFalse(String.valueOf(refused.getMessage()).contains("<"));
    }

    @Test
    void unknownArgument_refused_isNamedOnlyWhenItIsALegalName() {
        assertEquals("w", refused("anInt", "{\"v\":1,\"w\":2}").parameter());
        assertEquals("?", refused("anInt", "{\"v\":1,\"<b>\":2}").parameter());
        assertEquals("v", refused("anInt", "{}").parameter());
        assertEquals("b", refused("two", "{\"a\":1}").parameter());
    }

    @Test
    void nullOrMissing_forAnOptional_isTheSame() {
        for (var args : List.of("{}", "{\"v\":null,\"i\":null,\"n\":null}")) {
            var bound = bind("optional", args);
            assertEquals(Map.of(), bound.values());
            var positional = bound.of(REGISTRY.function("optional").orElseThrow());
            assertEquals(Optional.empty(), positional[0]);
            assertEquals(OptionalInt.empty(), positional[1]);
            assertNull(positional[2]);
        }
    }

    @Test
    void optional_given_isWrappedForTheMethodOnly() {
        var bound = bind("optional", "{\"v\":\"x\",\"i\":1,\"n\":2}");
        assertEquals(Map.of("v", "x", "i", 1, "n", 2), bound.values());
        var positional = bound.of(REGISTRY.function("optional").orElseThrow());
        assertEquals(List.of(Optional.of("x"), OptionalInt.of(1), 2), List.of(positional));
    }

    @Test
    void default_used_countsAsGiven() {
        assertEquals(Map.of("v", 7, "o", "x"), bind("defaults", "{}").values());
        assertEquals(
                Map.of("v", 7, "o", "x"),
                bind("defaults", "{\"v\":null,\"o\":null}").values());
        assertEquals(
                Map.of("v", 1, "o", "y"),
                bind("defaults", "{\"v\":1,\"o\":\"y\"}").values());
        assertEquals("v", refused("defaults", "{\"v\":\"1\"}").parameter());
    }

    @Test
    void arguments_ofAFunction_standInTheirPlaces() {
        var positional =
                bind("two", "{\"b\":2,\"a\":1}").of(REGISTRY.function("two").orElseThrow());
        assertEquals(List.of(1, 2), List.of(positional));
        assertEquals(2, ((int[]) java.util.Objects.requireNonNull(value("array", "[1,2]"))).length);
    }

    @Test
    void bytes_fromBase64_areExact() {
        assertEquals(-1, ((byte[]) java.util.Objects.requireNonNull(value("bytes", "\"AP8=\"")))[1]);
    }
}
