package org.mizan.core.schema.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mizan.Client;
import org.mizan.JsonText;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.build.Built;

/** The model of a type says what the real JSON-B does with it: the same members out, an equal value back in. */
class YassonAgreementTest {
    private final JsonMapper mapper = new JsonMapper();
    private final Registry registry = Built.of(Echo.class);
    private final ResultWriter writer = new ResultWriter(registry, mapper);
    private final ArgumentBinder binder = new ArgumentBinder(registry, mapper);

    public record Plain(int a, boolean active, String URL, String isOpen) {}

    public record WithMethods(int a) {
        public String getDisplay() {
            return "shown";
        }

        public boolean isZero() {
            return a == 0;
        }

        public static WithMethods getInstance() {
            return new WithMethods(1);
        }

        public String other() {
            return "no property";
        }

        public String with(String text) {
            return text;
        }
    }

    public interface HasDefault<T> {
        T value();

        default T getTwice() {
            return value();
        }
    }

    public record WithDefault(String value) implements HasDefault<String>, Comparable<WithDefault> {
        @Override
        public int compareTo(WithDefault other) {
            return value.compareTo(other.value);
        }
    }

    public record Renamed(
            @JsonbProperty("b") int a,
            @JsonbTransient String secret,
            @JsonText long big) {}

    public record Formats(
            @JsonbDateFormat("dd.MM.yyyy") LocalDate day,
            @JsonbNumberFormat("0.00") double price) {}

    public record Scalars(
            boolean flag,
            byte b,
            short s,
            int i,
            long l,
            float f,
            double d,
            char c,
            String text,
            BigInteger whole,
            BigDecimal exact,
            UUID id,
            URI uri) {}

    public record Boxed(
            Boolean flag, Byte b, Short s, Integer i, Long l, Float f, Double d, Character c, Color color) {}

    public enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "verde";
            }
        }
    }

    public record Times(
            Instant instant,
            Date date,
            LocalDate localDate,
            LocalTime localTime,
            LocalDateTime localDateTime,
            OffsetDateTime offsetDateTime,
            OffsetTime offsetTime,
            ZonedDateTime zoned,
            Year year,
            YearMonth yearMonth,
            MonthDay monthDay,
            Duration duration,
            Period period,
            ZoneId zone) {}

    public record Optionals(
            Optional<String> text,
            Optional<Plain> plain,
            OptionalInt i,
            OptionalLong l,
            OptionalDouble d,
            @Nullable Integer boxed,
            @Nullable Plain nested) {}

    public record Collections(
            List<String> list,
            Collection<Integer> collection,
            Set<Color> set,
            SortedSet<String> sorted,
            Deque<Long> deque,
            Map<String, Plain> map,
            Map<Integer, String> byInt,
            Map<Long, String> byLong,
            SortedMap<Color, List<BigDecimal>> byEnum,
            List<? extends Number2> wildcard,
            List<@Nullable String> holes,
            List<List<Map<String, BigInteger>>> deep) {}

    public record Number2(BigDecimal value) {}

    public record Arrays2(String[] text, int[] numbers, char[] chars, byte[] bytes, Plain[] plain, long[][] deep) {}

    public record Page<T>(List<T> items, Optional<T> first, int total) {}

    public record Pages(Page<Plain> plain, Page<BigDecimal> decimals, Page<Page<String>> pages) {}

    public record Tree(
            String name, List<Tree> children, @Nullable Tree left) {}

    @JsonbTypeInfo(
            key = "kind",
            value = {
                @JsonbSubtype(alias = "circle", type = Circle.class),
                @JsonbSubtype(alias = "square", type = Square.class)
            })
    public sealed interface Shape permits Circle, Square {}

    public record Circle(BigDecimal radius) implements Shape {}

    public record Square(BigDecimal side, List<Shape> inside) implements Shape {}

    public record Shapes(Shape one, List<Shape> more, Circle circle) {}

    public static class Centimetres implements JsonbAdapter<Double, String> {
        @Override
        public String adaptToJson(Double metres) {
            return Math.round(metres * 100) + "cm";
        }

        @Override
        public Double adaptFromJson(String text) {
            return Double.parseDouble(text.replace("cm", "")) / 100;
        }
    }

    public record Adapted(
            @JsonbTypeAdapter(Centimetres.class) Double length) {}

    /** A bean whose value is all of its fields. */
    abstract static class Valued {
        protected abstract List<@Nullable Object> all();

        @Override
        public boolean equals(@Nullable Object other) {
            return other != null && getClass() == other.getClass() && all().equals(((Valued) other).all());
        }

        @Override
        public int hashCode() {
            return Objects.hash(all());
        }
    }

    public static class Bean extends Valued {
        private String name = "";
        private boolean active;
        private String url = "";
        private @Nullable String note;
        public int open;
        public final int fixed = 3;
        private int onlyField = 1;
        transient int gone = 1;
        static int counted;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }

        public String getURL() {
            return url;
        }

        public void setURL(String url) {
            this.url = url;
        }

        public Optional<String> getNote() {
            return Optional.ofNullable(note);
        }

        public void setNote(String note) {
            this.note = note;
        }

        String getHidden() {
            return "package-private";
        }

        public static Bean getShared() {
            return new Bean();
        }

        public int hashed() {
            return onlyField;
        }

        @Override
        protected List<@Nullable Object> all() {
            return Arrays.asList(name, active, url, note, open);
        }
    }

    public static class Child<T> extends Bean {
        private T extra;

        protected Child() {
            this(null);
        }

        @SuppressWarnings("NullAway")
        Child(@Nullable T extra) {
            this.extra = extra;
        }

        @Override
        public String getName() {
            return super.getName();
        }

        public T getExtra() {
            return extra;
        }

        public void setExtra(T extra) {
            this.extra = extra;
        }

        @Override
        protected List<@Nullable Object> all() {
            return Arrays.asList(super.all(), extra);
        }
    }

    public static class Grandchild extends Child<List<String>> {
        public Grandchild() {
            super(List.of("x"));
        }
    }

    public static final class Created extends Valued {
        private final String name;
        private final int size;
        private int later;

        private Created(String name, int size) {
            this.name = name;
            this.size = size;
        }

        @JsonbCreator
        public static Created of(@JsonbProperty("called") String name, int size) {
            return new Created(name, size);
        }

        @JsonbProperty("called")
        public String getName() {
            return name;
        }

        public int getSize() {
            return size;
        }

        public int getLater() {
            return later;
        }

        public void setLater(int later) {
            this.later = later;
        }

        @Override
        protected List<@Nullable Object> all() {
            return List.of(name, size, later);
        }
    }

    public record TwoWays(int a, int b) {
        @JsonbCreator
        public TwoWays {}

        public TwoWays(int a) {
            this(a, 0);
        }
    }

    /** Each direction has its own members here, so it is not read back. */
    public static class OneWay {
        private final String made = "m";
        private String readName = "r";
        private String set = "s";

        @JsonbTransient
        private String hidden = "h";

        private String half = "half";
        transient String volatileText = "v";
        static String common = "c";

        public String getMade() {
            return made;
        }

        @JsonbProperty("written")
        public String getReadName() {
            return readName;
        }

        public void setReadName(String readName) {
            this.readName = readName;
        }

        public void setSet(String set) {
            this.set = set + half;
        }

        public String getHidden() {
            return hidden;
        }

        public void setHidden(String hidden) {
            this.hidden = hidden;
        }

        @JsonbTransient
        public String getHalf() {
            return half + set;
        }

        public void setHalf(String half) {
            this.half = half;
        }

        public String getVolatileText() {
            return volatileText;
        }

        public String getCommon() {
            return common;
        }

        public String isolate() {
            return "olate";
        }

        public String get() {
            return "no name";
        }
    }

    /** One function for each type. */
    public static class Echo {
        @Client
        public Plain plain(Plain value) {
            return value;
        }

        @Client
        public WithMethods withMethods(WithMethods value) {
            return value;
        }

        @Client
        public WithDefault withDefault(WithDefault value) {
            return value;
        }

        @Client
        public Renamed renamed(Renamed value) {
            return value;
        }

        @Client
        public Formats formats(Formats value) {
            return value;
        }

        @Client
        public Scalars scalars(Scalars value) {
            return value;
        }

        @Client
        public Boxed boxed(Boxed value) {
            return value;
        }

        @Client
        public Times times(Times value) {
            return value;
        }

        @Client
        public Optionals optionals(Optionals value) {
            return value;
        }

        @Client
        public Collections collections(Collections value) {
            return value;
        }

        @Client
        public Arrays2 arrays(Arrays2 value) {
            return value;
        }

        @Client
        public Pages pages(Pages value) {
            return value;
        }

        @Client
        public Page<Plain> page(Page<Plain> value) {
            return value;
        }

        @Client
        public Tree tree(Tree value) {
            return value;
        }

        @Client
        public Shapes shapes(Shapes value) {
            return value;
        }

        @Client
        public Shape shape(Shape value) {
            return value;
        }

        @Client
        public List<Shape> shapeList(List<Shape> value) {
            return value;
        }

        @Client
        public Adapted adapted(Adapted value) {
            return value;
        }

        @Client
        public Bean bean(Bean value) {
            return value;
        }

        @Client
        public Child<Plain> child(Child<Plain> value) {
            return value;
        }

        @Client
        public Grandchild grandchild(Grandchild value) {
            return value;
        }

        @Client
        public Created created(Created value) {
            return value;
        }

        @Client
        public TwoWays twoWays(TwoWays value) {
            return value;
        }

        @Client
        public OneWay oneWay() {
            return new OneWay();
        }

        @Client
        public void setOneWay(OneWay value) {}

        @Client
        public Map<String, Tree> trees(Map<String, Tree> value) {
            return value;
        }

        @Client
        public Optional<Plain> optional(Optional<Plain> value) {
            return value;
        }

        @Client
        public String[] texts(String[] value) {
            return value;
        }

        @Client
        public List<Instant> instants(List<Instant> value) {
            return value;
        }

        @Client
        public JsonObject json(JsonObject value) {
            return value;
        }
    }

    private static Map<String, Object> samples() {
        var plain = new Plain(1, true, "https://x", "o");
        var samples = new LinkedHashMap<String, Object>();
        samples.put("plain", plain);
        samples.put("withDefault", new WithDefault("v"));
        samples.put("formats", new Formats(LocalDate.of(2026, 1, 2), 1.5));
        samples.put("scalars", scalars());
        samples.put("boxed", new Boxed(true, (byte) -1, (short) 2, 3, 4L, 0.1f, 1e-7, 'ä', Color.GREEN));
        samples.put("times", times());
        samples.put(
                "optionals",
                new Optionals(
                        Optional.of("x"),
                        Optional.of(plain),
                        OptionalInt.of(1),
                        OptionalLong.of(2),
                        OptionalDouble.of(0.5),
                        7,
                        plain));
        samples.put(
                "collections",
                new Collections(
                        List.of("b", "a"),
                        List.of(2, 1),
                        Set.of(Color.RED, Color.GREEN),
                        new TreeSet<>(Set.of("y", "x")),
                        new ArrayDeque<>(List.of(2L, 1L)) {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public boolean equals(@Nullable Object other) {
                                return other instanceof Deque<?> deque
                                        && List.copyOf(this).equals(List.copyOf(deque));
                            }

                            @Override
                            public int hashCode() {
                                return 1;
                            }
                        },
                        Map.of("k", plain),
                        Map.of(10, "ten", 9, "nine"),
                        Map.of(-1L, "minus"),
                        new TreeMap<>(Map.of(Color.GREEN, List.of(new BigDecimal("1.50")))),
                        List.of(new Number2(new BigDecimal("2"))),
                        Arrays.asList("x", null),
                        List.of(List.of(Map.of("n", BigInteger.TEN)))));
        samples.put("page", new Page<>(List.of(plain), Optional.of(plain), 1));
        samples.put(
                "pages",
                new Pages(
                        new Page<>(List.of(plain), Optional.empty(), 1),
                        new Page<>(List.of(new BigDecimal("1.10")), Optional.of(BigDecimal.ONE), 1),
                        new Page<>(List.of(new Page<>(List.of("x"), Optional.of("y"), 1)), Optional.empty(), 1)));
        var tree = new Tree("root", List.of(new Tree("leaf", List.of(), null)), new Tree("left", List.of(), null));
        samples.put("tree", tree);
        samples.put("trees", Map.of("b", tree, "a", tree));
        var circle = new Circle(BigDecimal.ONE);
        var square = new Square(BigDecimal.TEN, List.of(circle));
        samples.put("shapes", new Shapes(square, List.of(circle, square), circle));
        samples.put("shape", square);
        samples.put("shapeList", List.of(square, circle));
        samples.put("adapted", new Adapted(1.5));
        samples.put("bean", named(new Bean()));
        samples.put("child", named(new Child<>(plain)));
        samples.put("grandchild", named(new Grandchild()));
        var created = Created.of("c", 2);
        created.setLater(5);
        samples.put("created", created);
        samples.put("twoWays", new TwoWays(1, 2));
        samples.put("instants", List.of(Instant.EPOCH));
        samples.put("json", Json.createObjectBuilder().add("b", 1).addNull("a").build());
        return samples;
    }

    private static <B extends Bean> B named(B bean) {
        bean.setName("n");
        bean.setActive(true);
        bean.setURL("https://y");
        bean.setNote("note");
        bean.open = 8;
        return bean;
    }

    private static Scalars scalars() {
        return new Scalars(
                true,
                (byte) 1,
                (short) 2,
                3,
                4L,
                0.1f,
                0.2,
                'c',
                "text",
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1234567890123456789.10"),
                UUID.fromString("0af1c1a0-1111-2222-3333-444455556666"),
                URI.create("https://example.org/a?b=c"));
    }

    private static Times times() {
        return new Times(
                Instant.parse("2026-01-02T03:04:05.123456789Z"),
                new Date(1_234_567_890_123L),
                LocalDate.of(2026, 2, 28),
                LocalTime.of(1, 2),
                LocalDateTime.of(2026, 2, 28, 1, 2, 3),
                OffsetDateTime.parse("2026-01-02T03:04:05+02:00"),
                OffsetTime.parse("03:04:05-08:00"),
                ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(1)),
                Year.of(2026),
                YearMonth.of(2026, 3),
                MonthDay.of(12, 24),
                Duration.ofSeconds(90, 5),
                Period.of(1, 2, 3),
                ZoneId.of("Europe/Berlin"));
    }

    @TestFactory
    Stream<DynamicTest> sample_writtenAndRead_isEqualAndHasTheModelsMembers() {
        return samples().entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> check(sample.getKey(), sample.getValue())));
    }

    private void check(String name, Object sample) {
        if (registry.function(name).orElseThrow().result().required() instanceof TypeModel.Named) {
            assertEquals(members(sample), read(name), "members");
        }
        assertEquals(sample, roundTrip(name, sample));
    }

    private Object roundTrip(String name, Object sample) {
        var function = registry.function(name).orElseThrow();
        var written = writer.write(function, sample);
        var args = parse("{\"value\":" + withoutReadOnly(name, written) + "}");
        var bound = Objects.requireNonNull(
                binder.bind(function.parameters(), args).values().get("value"));
        assertEquals(written, writer.write(function, bound), "written again");
        return bound;
    }

    private String withoutReadOnly(String name, String written) {
        if (!written.startsWith("{")
                || !(registry.function(name).orElseThrow().result().required() instanceof TypeModel.Named named)
                || named.type() == Shape.class) {
            return written;
        }
        var object = Json.createObjectBuilder(parse(written));
        var readOnly = read(name);
        readOnly.removeAll(properties(named.type(), TypeDefinition.Property::written));
        readOnly.forEach(object::remove);
        return object.build().toString();
    }

    private static JsonObject parse(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    /** What Yasson writes of a value, without what tells subtypes apart. */
    private Set<String> members(Object sample) {
        var members = new TreeSet<>(parse(mapper.toJson(sample)).keySet());
        if (sample instanceof Shape) {
            members.remove("kind");
        }
        return members;
    }

    private Set<String> read(String name) {
        var model = registry.function(name).orElseThrow().result().required();
        return properties(((TypeModel.Named) model).type(), TypeDefinition.Property::read);
    }

    private Set<String> properties(Class<?> type, java.util.function.Predicate<TypeDefinition.Property> which) {
        var definition = registry.types().get(type == Shape.class ? Square.class : type);
        return ((TypeDefinition.ObjectType) Objects.requireNonNull(definition))
                .properties().values().stream()
                        .filter(which)
                        .map(TypeDefinition.Property::name)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void arrays_writtenAndRead_areEqual() {
        var plain = new Plain(1, true, "u", "o");
        var arrays = new Arrays2(
                new String[] {"a"},
                new int[] {1, 2},
                new char[] {'x', 'y'},
                new byte[] {0, -1},
                new Plain[] {plain},
                new long[][] {{1}, {2, 3}});
        var back = (Arrays2) roundTrip("arrays", arrays);
        assertEquals(Arrays.deepToString(all(arrays)), Arrays.deepToString(all(back)));
        assertEquals(members(arrays), read("arrays"));
    }

    private static Object[] all(Arrays2 arrays) {
        return new Object[] {
            arrays.text(), arrays.numbers(), arrays.chars(), arrays.bytes(), arrays.plain(), arrays.deep()
        };
    }

    @Test
    void accessorsOfARecord_written_keepTheirNamesAndAreNotReadBack() {
        assertEquals(members(new WithMethods(0)), read("withMethods"));
        assertEquals(Set.of("a", "getDisplay", "isZero"), read("withMethods"));
        assertEquals(Set.of("a"), properties(WithMethods.class, TypeDefinition.Property::written));
    }

    @Test
    void transientComponent_hidden_isNeitherWrittenNorRead() {
        var renamed = new Renamed(1, "secret", Long.MAX_VALUE);
        assertEquals(members(renamed), read("renamed"));
        assertEquals("{\"b\":1,\"big\":\"9223372036854775807\"}", write("renamed", renamed));
        assertEquals(Set.of("b", "big"), properties(Renamed.class, TypeDefinition.Property::written));
    }

    @Test
    void directions_different_areToldApart() {
        assertEquals(Set.of("made", "written", "olate"), read("oneWay"));
        assertEquals(Set.of("readName", "set", "half"), properties(OneWay.class, TypeDefinition.Property::written));
        var yasson = members(new OneWay());
        yasson.remove(""); // get() has no name a client could use
        assertEquals(yasson, read("oneWay"));
        var function = registry.function("setOneWay").orElseThrow();
        var bound = (OneWay) binder.bind(
                        function.parameters(), parse("{\"value\":{\"readName\":\"x\",\"set\":\"y\",\"half\":\"z\"}}"))
                .values()
                .get("value");
        assertEquals("x", Objects.requireNonNull(bound).getReadName());
    }

    @Test
    void emptyOptionals_writtenAndRead_areEmpty() {
        var empty = new Optionals(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                null,
                null);
        assertEquals(empty, roundTrip("optionals", empty));
        var function = registry.function("optionals").orElseThrow();
        var bound = binder.bind(function.parameters(), parse("{\"value\":{}}"));
        assertEquals(empty, bound.values().get("value"));
    }

    @Test
    void optional_writtenAndRead_isWrappedForTheMethod() {
        var function = registry.function("optional").orElseThrow();
        var plain = new Plain(1, false, "", "");
        var bound =
                binder.bind(function.parameters(), parse("{\"value\":" + write("optional", Optional.of(plain)) + "}"));
        assertEquals(Optional.of(plain), bound.of(function)[0]);
        assertEquals("null", write("optional", Optional.empty()));
    }

    private String write(String name, Object value) {
        return writer.write(registry.function(name).orElseThrow(), value);
    }
}
