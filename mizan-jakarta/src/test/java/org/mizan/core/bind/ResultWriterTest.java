package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.JsonText;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;

/** PROTOCOL §4: same state, same bytes; exactly the declared type, or nothing at all. */
class ResultWriterTest {

    public record Order(long id, String name) {}

    public record Mixed(
            String b,
            String a,
            Map<String, Integer> map,
            Set<String> set,
            BigDecimal price,
            BigInteger count,
            @JsonText long big,
            float f,
            double d,
            List<Order> orders,
            Optional<String> none,
            @Nullable Order nullable) {}

    public record Deep(@Nullable Deep next) {}

    public static class Node {
        public @Nullable Node next;
        public int a = 1;
    }

    public static class Shown {
        public int shown = 1;
    }

    public static class Secretive extends Shown {
        public String password = "secret";
    }

    public record Throwing(int a) {
        public String getText() {
            throw new IllegalStateException("secret");
        }
    }

    @JsonbTypeInfo(@JsonbSubtype(alias = "known", type = Known.class))
    public interface Shape {}

    public static class Known implements Shape {
        public int a = 1;
    }

    public static class Unknown implements Shape {
        public int b = 2;
    }

    public record Page<T>(List<T> items) {}

    public record Holder(Shown shown, List<Shown> all, Map<String, Shown> byName) {}

    public static class Functions {
        @Client
        public Mixed mixed() {
            throw new IllegalStateException();
        }

        @Client
        public Order order() {
            throw new IllegalStateException();
        }

        @Client
        public Optional<Order> maybe() {
            return Optional.empty();
        }

        @Client
        public Page<Order> page() {
            throw new IllegalStateException();
        }

        @Client
        public long number() {
            return 1;
        }

        @Client
        public OptionalLong optionalNumber() {
            return OptionalLong.empty();
        }

        @JsonText
        @Client
        public long text() {
            return 1;
        }

        @Client
        public double real() {
            return 1;
        }

        @Client
        public float single() {
            return 1;
        }

        @Client
        public BigDecimal decimal() {
            return BigDecimal.ONE;
        }

        @Client
        public String string() {
            return "";
        }

        @Client
        public char character() {
            return 'a';
        }

        @Client
        public UUID uuid() {
            throw new IllegalStateException();
        }

        @Client
        public Set<Order> set() {
            return Set.of();
        }

        @Client
        public Map<String, Set<String>> map() {
            return Map.of();
        }

        @Client
        public List<String> list() {
            return List.of();
        }

        @Client
        public Deep deep() {
            throw new IllegalStateException();
        }

        @Client
        public Node node() {
            throw new IllegalStateException();
        }

        @Client
        public Shown shown() {
            throw new IllegalStateException();
        }

        @Client
        public Holder holder() {
            throw new IllegalStateException();
        }

        @Client
        public Throwing throwing() {
            throw new IllegalStateException();
        }

        @Client
        public Shape shape() {
            throw new IllegalStateException();
        }

        @Client
        public JsonValue json() {
            throw new IllegalStateException();
        }

        @Client
        public void nothing() {}
    }

    private static final Registry REGISTRY = Built.of(Functions.class);
    private final ResultWriter writer = new ResultWriter(REGISTRY, new JsonMapper());

    private static FunctionModel function(String name) {
        return REGISTRY.function(name).orElseThrow();
    }

    private String write(String function, @Nullable Object value) {
        return writer.write(function(function), value);
    }

    private UnfitResultException unfit(String function, @Nullable Object value, String code, String place) {
        var unfit = assertThrows(UnfitResultException.class, () -> write(function, value));
        var message = String.valueOf(unfit.getMessage());
        assertTrue(message.startsWith(code + ": " + place + ":"), message);
        return unfit;
    }

    private static final String HERE = ResultWriterTest.class.getName();

    @Test
    void object_written_isCanonical() {
        var map = new LinkedHashMap<String, Integer>();
        map.put("é", 1);
        map.put("a", 2);
        map.put("\uD83D\uDE00", 3);
        map.put("\uFB33", 4);
        var mixed = new Mixed(
                "b",
                "a\n\u2028<>",
                map,
                new LinkedHashSet<>(List.of("b", "ab", "é", "a")),
                new BigDecimal("1.50"),
                new BigInteger("9007199254740993"),
                Long.MAX_VALUE,
                0.1f,
                1e21,
                List.of(new Order(2, ""), new Order(1, "")),
                Optional.empty(),
                null);
        assertEquals(
                "{\"a\":\"a\\n\u2028<>\",\"b\":\"b\",\"big\":\"9223372036854775807\","
                        + "\"count\":\"9007199254740993\",\"d\":1e+21,\"f\":0.1,"
                        + "\"map\":{\"a\":2,\"é\":1,\"\uD83D\uDE00\":3,\"\uFB33\":4},\"none\":null,\"nullable\":null,"
                        + "\"orders\":[{\"id\":2,\"name\":\"\"},{\"id\":1,\"name\":\"\"}],\"price\":\"1.50\","
                        + "\"set\":[\"a\",\"ab\",\"b\",\"é\"]}",
                write("mixed", mixed));
    }

    @ParameterizedTest
    @CsvSource({
        "real,1.0,1",
        "real,0.1,0.1",
        "real,1.0E-7,1e-7",
        "real,123456789012345680000,123456789012345680000",
        "real,-0.0,0",
        "real,4.9E-324,5e-324"
    })
    void double_written_isAsJavaScriptPrintsIt(String function, double value, String text) {
        assertEquals(text, write(function, value));
    }

    @Test
    void scalars_written_haveTheirForm() {
        assertEquals("9007199254740991", write("number", 9_007_199_254_740_991L));
        assertEquals("-9007199254740991", write("optionalNumber", OptionalLong.of(-9_007_199_254_740_991L)));
        assertEquals("null", write("optionalNumber", OptionalLong.empty()));
        assertEquals("\"9007199254740993\"", write("text", 9_007_199_254_740_993L));
        assertEquals("0.1", write("single", 0.1f));
        assertEquals("\"1E+3\"".replace("E+3", "000"), write("decimal", new BigDecimal("1E+3")));
        assertEquals("\"x\"", write("character", 'x'));
        assertEquals("\"\\\"\"", write("string", "\""));
        assertEquals("null", write("nothing", null));
        assertEquals("null", write("maybe", Optional.empty()));
        assertEquals("{\"id\":1,\"name\":\"n\"}", write("maybe", Optional.of(new Order(1, "n"))));
        var id = UUID.randomUUID();
        assertEquals("\"" + id + "\"", write("uuid", id));
        assertEquals("{\"items\":[{\"id\":1,\"name\":\"\"}]}", write("page", new Page<>(List.of(new Order(1, "")))));
        assertEquals(
                "[null,1.5,{\"a\":1,\"b\":2}]",
                write(
                        "json",
                        Json.createArrayBuilder()
                                .addNull()
                                .add(new BigDecimal("1.50"))
                                .add(Json.createObjectBuilder().add("b", 2).add("a", 1))
                                .build()));
    }

    @Test
    void longBeyondJavaScript_refused_400NamesTheMember() {
        var place = Order.class.getName() + ".id";
        unfit("order", new Order(9_007_199_254_740_992L, ""), "MIZAN-00400", place);
        unfit("order", new Order(Long.MIN_VALUE, ""), "MIZAN-00400", place);
        unfit("page", new Page<>(List.of(new Order(Long.MAX_VALUE, ""))), "MIZAN-00400", place);
        unfit("number", 1L << 53, "MIZAN-00400", HERE + "$Functions#number()");
        unfit("optionalNumber", OptionalLong.of(1L << 60), "MIZAN-00400", HERE + "$Functions#optionalNumber()");
    }

    @Test
    @SuppressWarnings("NullAway")
    void unexpectedNull_refused_401() {
        unfit("order", null, "MIZAN-00401", HERE + "$Functions#order()");
        unfit("order", new Order(1, null), "MIZAN-00401", Order.class.getName() + ".name");
        unfit("list", Arrays.asList("a", null), "MIZAN-00401", HERE + "$Functions#list()");
        unfit("string", null, "MIZAN-00401", HERE + "$Functions#string()");
    }

    @Test
    void accessorThatThrows_refused_402() {
        var unfit = unfit("throwing", new Throwing(1), "MIZAN-00402", HERE + "$Functions#throwing()");
        assertFalse(String.valueOf(unfit.getMessage()).contains("secret"));
        assertTrue(unfit.getCause() != null);
    }

    @Test
    void valueOfAnUnknownSubtype_refused_403() {
        unfit("shape", new Unknown(), "MIZAN-00403", HERE + "$Functions#shape()");
        assertEquals("{\"@type\":\"known\",\"a\":1}", write("shape", new Known()));
    }

    @Test
    void halfASurrogatePair_refused_404() {
        unfit("string", "a\uD800", "MIZAN-00404", HERE + "$Functions#string()");
        unfit("order", new Order(1, "\uDC00"), "MIZAN-00404", Order.class.getName() + ".name");
        unfit("map", Map.of("\uD800", Set.of()), "MIZAN-00404", HERE + "$Functions#map()");
    }

    @Test
    void numbersThatJsonLacks_refused() {
        assertThrows(UnfitResultException.class, () -> write("real", Double.NaN));
        assertThrows(UnfitResultException.class, () -> write("real", Double.POSITIVE_INFINITY));
        assertThrows(UnfitResultException.class, () -> write("single", Float.NaN));
        var huge = Json.createArrayBuilder().add(new BigDecimal("1e400")).build();
        unfit("json", huge, "MIZAN-00404", HERE + "$Functions#json()");
    }

    @Test
    void subclass_written_showsOnlyItsDeclaredClass() {
        assertEquals("{\"shown\":1}", write("shown", new Secretive()));
        assertEquals(
                "{\"all\":[{\"shown\":1}],\"byName\":{\"k\":{\"shown\":1}},\"shown\":{\"shown\":1}}",
                write("holder", new Holder(new Secretive(), List.of(new Secretive()), Map.of("k", new Secretive()))));
    }

    @Test
    void sameState_inOtherHashOrders_hasTheSameBytes() {
        var names = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            names.add("name" + i);
        }
        var first = new HashMap<String, Set<String>>(4);
        names.forEach(name -> first.put(name, new LinkedHashSet<>(names)));
        Collections.reverse(names);
        var second = new LinkedHashMap<String, Set<String>>();
        names.forEach(name -> second.put(name, new LinkedHashSet<>(names)));
        assertEquals(write("map", first), write("map", second));
        var orders = List.of(new Order(10, "x"), new Order(9, "x"), new Order(2, "ä"));
        var reversed = new ArrayList<>(orders);
        Collections.reverse(reversed);
        assertEquals(write("set", new LinkedHashSet<>(orders)), write("set", new LinkedHashSet<>(reversed)));
        assertEquals(
                "[{\"id\":10,\"name\":\"x\"},{\"id\":2,\"name\":\"ä\"},{\"id\":9,\"name\":\"x\"}]",
                write("set", new LinkedHashSet<>(orders)));
    }

    @Test
    void valueThatIsTooDeep_refused_402() {
        Deep deep = null;
        for (int i = 0; i < 100_000; i++) {
            deep = new Deep(deep);
        }
        unfit("deep", deep, "MIZAN-00402", HERE + "$Functions#deep()");
        var circle = new Node();
        circle.next = circle;
        unfit("node", circle, "MIZAN-00402", HERE + "$Functions#node()");
        JsonArray array = JsonValue.EMPTY_JSON_ARRAY;
        for (int i = 0; i < 100_000; i++) {
            array = Json.createArrayBuilder().add(array).build();
        }
        unfit("json", array, "MIZAN-00402", HERE + "$Functions#json()");
    }

    @Test
    void untypedValue_written_keepsItsIntegersOrFails() {
        assertEquals(
                "{\"a\":9007199254740991}",
                writer.toJson(Map.of("a", 9_007_199_254_740_991L)).toString());
        for (var value : List.<Object>of(
                1L << 53,
                Map.of("a", List.of(-(1L << 53))),
                List.of(new BigInteger("9007199254740993")),
                Map.of("d", new BigDecimal("12345678901234567890")),
                Map.of("o", new Order(Long.MAX_VALUE, "")))) {
            var unfit = assertThrows(UnfitResultException.class, () -> writer.toJson(value));
            assertTrue(String.valueOf(unfit.getMessage()).startsWith("MIZAN-00400"), unfit.getMessage());
        }
        assertThrows(UnfitResultException.class, () -> writer.toJson(new Throwing(1)));
        assertEquals("0.1", writer.toJson(0.1f).toString());
        assertEquals("\"x\"", writer.toJson("x").toString());
    }
}
