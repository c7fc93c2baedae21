package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that JSON-B gives without text are those that its text gives, whatever an application plugs in. */
class JsonMapperTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @AfterAll
    static void close() {
        MAPPER.close();
    }

    public record Line(String sku, int quantity) {}

    public record Order(long id, @Nullable String note, List<Line> lines, Map<String, @Nullable Line> named) {}

    public static class Everything {
        public boolean flag = true;
        public byte small = -1;
        public char letter = 'ä';
        public float single = 0.1f;
        public double real = 1e21;
        public long large = Long.MIN_VALUE;
        public BigDecimal decimal = new BigDecimal("1.50");
        public BigInteger integer = BigInteger.TEN.pow(30);
        public byte[] bytes = {1, 2, 3};
        public int[] ints = {3, 1};
        public Optional<Line> some = Optional.of(new Line("s", 1));
        public Optional<Line> none = Optional.empty();
        public OptionalInt number = OptionalInt.of(4);
        public Date date = new Date(0);
        public Instant instant = Instant.EPOCH;
        public YearMonth month = YearMonth.of(2026, 1);
        public Thread.State state = Thread.State.NEW;
        public Set<String> set = Set.of("one");
        public Map<Thread.State, Integer> map = Map.of(Thread.State.NEW, 1);
        public @Nullable Object nothing = null;
        public Object any = List.of(1, "a", Map.of("k", true));
        public JsonObject object =
                Json.createObjectBuilder().add("b", 1).add("a", "x").build();
        public JsonArray array = Json.createArrayBuilder().add(1.5).addNull().build();
        public JsonValue truth = JsonValue.TRUE;

        @JsonbProperty("re\nnamed")
        public String text = "\ud800 \" \u0000";

        @JsonbNumberFormat("#,##0.00")
        public double formatted = 1234.5;
    }

    public record Money(String amount) {}

    public static class MoneyText implements JsonbAdapter<Money, String> {
        @Override
        public String adaptToJson(Money money) {
            return money.amount();
        }

        @Override
        public Money adaptFromJson(String text) {
            return new Money(text);
        }
    }

    public static class MoneyMap implements JsonbAdapter<Money, Map<String, Object>> {
        @Override
        public Map<String, Object> adaptToJson(Money money) {
            return new TreeMap<>(Map.of("amount", money.amount(), "parts", List.of(1, 2)));
        }

        @Override
        public Money adaptFromJson(Map<String, Object> map) {
            return new Money(String.valueOf(map.get("amount")));
        }
    }

    public static class Adapted {
        @JsonbTypeAdapter(MoneyText.class)
        public Money text = new Money("1.00");

        @JsonbTypeAdapter(MoneyMap.class)
        public Money map = new Money("2.00");
    }

    /** Calls what there is to call. */
    public static class Thorough implements JsonbSerializer<Serialised> {
        @Override
        public void serialize(Serialised value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.write("z", "last name first")
                    .write("i", 1)
                    .write("l", 2L)
                    .write("d", 0.5)
                    .write("b", true);
            json.write("big", BigInteger.TWO)
                    .write("decimal", new BigDecimal("2.0"))
                    .writeNull("null");
            json.write("json", Json.createObjectBuilder().add("x", 1).build());
            json.writeStartObject("o").write("a", 1).writeEnd();
            json.writeStartArray("a")
                    .write("s")
                    .write(1)
                    .write(2L)
                    .write(0.5)
                    .write(false)
                    .writeNull();
            json.write(BigInteger.ONE).write(new BigDecimal("1.10")).write(JsonValue.TRUE);
            json.writeStartArray().writeEnd().writeStartObject().writeEnd().writeEnd();
            json.writeKey("key")
                    .write("after a key")
                    .writeKey("in")
                    .writeStartArray()
                    .writeEnd();
            json.write("twice", 1).write("twice", 2);
            context.serialize("line", new Line("in a serializer", 1), json);
            json.writeKey("other");
            context.serialize(List.of(new Line("in a list", 2)), json);
            json.writeEnd();
        }
    }

    @JsonbTypeSerializer(Thorough.class)
    public static class Serialised {}

    public static class Holder {
        public Serialised a = new Serialised();
        public List<Serialised> list = List.of(new Serialised(), new Serialised());
        public Map<String, Serialised> map = Map.of("k", new Serialised());
    }

    @JsonbTypeInfo(key = "kind", value = @JsonbSubtype(alias = "square", type = Square.class))
    public interface Shape {}

    public record Square(int side) implements Shape {}

    private static Stream<Object> values() {
        return Stream.of(
                new Order(1, null, List.of(new Line("A", 1), new Line("B", 2)), Collections.singletonMap("n", null)),
                new Everything(),
                new Adapted(),
                new Serialised(),
                new Holder(),
                new Square(3),
                List.of(new Square(1), new Square(2)),
                List.of(),
                Map.of(),
                Arrays.asList("a", null, 1, 0.1, new Line("x", 1)),
                new Shape[] {new Square(5)},
                "text",
                'c',
                5,
                0.1,
                -0.0,
                true,
                Thread.State.NEW,
                Json.createArrayBuilder().add(1).build());
    }

    private static JsonValue read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void tree_isWhatTheTextSays(Object value) {
        var expected = read(MAPPER.toJson(value));
        var tree = MAPPER.toTree(value, value.getClass());

        assertEquals(expected, tree);
        assertEquals(expected.toString(), tree.toString());
    }

    /** Serializers that misbehave, of which some only break the text. */
    private abstract static class Misbehaving implements JsonbSerializer<Object> {}

    public static class Silent extends Misbehaving {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {}
    }

    public static class Unended extends Misbehaving {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
        }
    }

    public static class Nameless extends Misbehaving {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject().write(1).writeEnd();
        }
    }

    public static class Closing extends Misbehaving {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.write(1).close();
        }
    }

    public static class NotANumber extends Misbehaving {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.write(Double.NaN);
        }
    }

    @JsonbTypeSerializer(Silent.class)
    public static class OfSilent {}

    @JsonbTypeSerializer(Unended.class)
    public static class OfUnended {}

    @JsonbTypeSerializer(Nameless.class)
    public static class OfNameless {}

    @JsonbTypeSerializer(Closing.class)
    public static class OfClosing {}

    @JsonbTypeSerializer(NotANumber.class)
    public static class OfNotANumber {}

    public record InSilent(OfSilent member, int next) {}

    public record InUnended(OfUnended member, int next) {}

    public record InNameless(OfNameless member, int next) {}

    public record InClosing(OfClosing member, int next) {}

    public record InNotANumber(OfNotANumber member, int next) {}

    public record Real(double member) {}

    public static class Endless {
        public List<Endless> self = List.of(this);
    }

    private static Stream<Object> unwritable() {
        return Stream.of(
                new OfSilent(),
                new InSilent(new OfSilent(), 1),
                new OfUnended(),
                new InUnended(new OfUnended(), 1),
                new OfNameless(),
                new InNameless(new OfNameless(), 1),
                new OfClosing(),
                new InClosing(new OfClosing(), 1),
                new OfNotANumber(),
                new InNotANumber(new OfNotANumber(), 1),
                new Real(Double.NaN),
                Double.POSITIVE_INFINITY,
                new Endless());
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whatHasNoText_hasNoTree(Object value) {
        assertThrows(RuntimeException.class, () -> read(MAPPER.toJson(value)));
        assertThrows(RuntimeException.class, () -> MAPPER.toTree(value, value.getClass()));
    }
}
