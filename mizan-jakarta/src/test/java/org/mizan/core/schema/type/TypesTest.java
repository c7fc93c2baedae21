package org.mizan.core.schema.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.annotation.JsonbVisibility;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mizan.JsonText;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Types by the text of their model, and types that have none. */
class TypesTest {

    public record Page<T>(List<T> items, @Nullable T selected) {}

    public record Order(long id) {}

    public enum Color {
        RED
    }

    /** Methods whose results have a form. */
    @SuppressWarnings("unused")
    interface Good {
        boolean aBoolean();

        Integer anInt();

        String[] strings();

        byte[] bytes();

        int[][] numbers();

        List<Order> orders();

        Set<? extends Order> wildcard();

        EnumSet<Color> colors();

        Map<Color, List<Optional<BigDecimal>>> byColor();

        Map<Long, String> byLong();

        Page<Page<Order>> pages();

        Optional<OptionalLong> optionals();

        @Nullable
        Order nullable();

        List<@Nullable Order> holes();

        @JsonText
        Long text();

        @JsonText
        @Nullable
        Long textOrNull();

        JsonValue json();

        JsonArray array();

        void nothing();

        Void nothingEither();

        ArrayList<String> concrete();

        HashMap<String, Integer> hashMap();
    }

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("aBoolean", "boolean"),
            Map.entry("anInt", "int"),
            Map.entry("strings", "List<string>"),
            Map.entry("bytes", "bytes"),
            Map.entry("numbers", "List<List<int>>"),
            Map.entry("orders", "List<ORDER>"),
            Map.entry("wildcard", "Set<ORDER>"),
            Map.entry("colors", "Set<COLOR>"),
            Map.entry("byColor", "Map<COLOR, List<big_decimal|null>>"),
            Map.entry("byLong", "Map<long, string>"),
            Map.entry("pages", "PAGE<PAGE<ORDER>>"),
            Map.entry("optionals", "long|null"),
            Map.entry("nullable", "ORDER|null"),
            Map.entry("holes", "List<ORDER|null>"),
            Map.entry("text", "long_text"),
            Map.entry("textOrNull", "long_text|null"),
            Map.entry("json", "json"),
            Map.entry("array", "json"),
            Map.entry("nothing", "void"),
            Map.entry("nothingEither", "void"),
            Map.entry("concrete", "List<string>"),
            Map.entry("hashMap", "Map<string, int>"));

    @TestFactory
    Stream<DynamicTest> type_read_hasItsForm() {
        return FORMS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var form = FORMS.getOrDefault(name, "")
                            .replace("ORDER", Order.class.getName())
                            .replace("COLOR", Color.class.getName())
                            .replace("PAGE", Page.class.getName());
                    assertEquals(form, read(Good.class, name).toString());
                }));
    }

    private static TypeModel read(Class<?> type, String method) throws Exception {
        var found = type.getDeclaredMethod(method);
        return new TypeReader().read(found.getAnnotatedReturnType(), found);
    }

    @Test
    void genericRecord_defined_keepsItsVariables() throws Exception {
        var types = new TypeReader();
        var method = Good.class.getDeclaredMethod("pages");
        types.read(method.getAnnotatedReturnType(), method);
        var page = (TypeDefinition.ObjectType) types.definitions().get(Page.class);
        assertEquals(List.of("T"), page.typeParameters());
        assertEquals("List<T>", page.properties().get("items").type().toString());
        assertEquals("T|null", page.properties().get("selected").type().toString());
    }

    public interface Open {
        int getA();
    }

    public abstract static class Abstract {
        public int a;
    }

    @JsonbTypeInfo(@JsonbSubtype(alias = "a", type = Order.class))
    public interface Foreign {}

    @JsonbTypeInfo({@JsonbSubtype(alias = "a", type = One.class), @JsonbSubtype(alias = "a", type = Two.class)})
    public interface Twice {}

    public record One(int a) implements Twice {}

    public record Two(int a) implements Twice {}

    @JsonbTypeInfo(key = "a", value = @JsonbSubtype(alias = "c", type = Clash1.class))
    public interface Clash {}

    public record Clash1(int a) implements Clash {}

    @JsonbTypeInfo(@JsonbSubtype(alias = "n", type = Inner.class))
    public interface Nested {}

    @JsonbTypeInfo(key = "more", value = @JsonbSubtype(alias = "m", type = Innermost.class))
    public abstract static class Inner implements Nested {}

    public static class Innermost extends Inner {
        public int a;
    }

    public static class WholeForm implements JsonbAdapter<String, Whole> {
        @Override
        public Whole adaptToJson(String text) {
            return new Part(1);
        }

        @Override
        public String adaptFromJson(Whole form) {
            return "";
        }
    }

    public sealed interface Whole permits Part {}

    public record Part(int a) implements Whole {}

    public record AdaptedToSealed(
            @JsonbTypeAdapter(WholeForm.class) String text) {}

    public sealed interface Opened permits Opening {}

    public non-sealed interface Opening extends Opened {}

    public sealed interface Textual permits Word, Told {}

    public enum Word implements Textual {
        YES
    }

    public record Told(int a) implements Textual {}

    public sealed interface Homonyms permits Told2, Nest.Told2 {}

    public record Told2(int a) implements Homonyms {}

    public static final class Nest {
        public record Told2(int b) implements Homonyms {}
    }

    public sealed interface Narrow<T> permits Wide {}

    public record Wide<T, U>(T t, U u) implements Narrow<T> {}

    public sealed interface Keyed permits Key {}

    public record Key(@JsonbProperty("@type") String kind) implements Keyed {}

    public sealed interface Mixed permits Marked {}

    @JsonbTypeInfo(@JsonbSubtype(alias = "r", type = MarkedRecord.class))
    public sealed interface Marked extends Mixed permits MarkedRecord {}

    public record MarkedRecord(int a) implements Marked {}

    record Hidden(int a) {}

    public static class Empty {}

    public static class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;
    }

    public static class OrderSerializer implements JsonbSerializer<Order> {
        @Override
        public void serialize(Order order, JsonGenerator generator, SerializationContext context) {
            generator.write(order.id());
        }
    }

    public record WithSerializer(
            @JsonbTypeSerializer(OrderSerializer.class) Order order) {}

    @JsonbTypeSerializer(OrderSerializer.class)
    public record SerializedClass(int a) {}

    public static class All implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return true;
        }
    }

    @JsonbVisibility(All.class)
    public static class Visible {
        public int a;
    }

    @JsonbDateFormat("dd")
    public record Dated(LocalDate day) {}

    public record Formatted(@JsonbDateFormat("dd") List<LocalDate> days) {}

    public record Clashing(int a, @JsonbProperty("a") int b) {}

    public static class Setters {
        private String text = "";

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public void setText(int number) {
            this.text = "" + number;
        }
    }

    public static class TwoTypes {
        private String text = "";

        public int getText() {
            return text.length();
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    public record NotLong(@JsonText int a) {}

    public record Self(Self self) {}

    @SuppressWarnings({"rawtypes", "unused"})
    interface Bad {
        Object object();

        List raw();

        List<Object> objects();

        Map<String, ?> wildcardMap();

        Map<UUID, String> uuidKeys();

        Map<Order, String> orderKeys();

        Map<Optional<String>, String> nullableKeys();

        List<? super Order> lower();

        Class<?> type();

        InputStream stream();

        Number number();

        CharSequence chars();

        Temporal temporal();

        Serializable serializable();

        Iterator<String> iterator();

        Stream<String> streamOf();

        Iterable<String> iterable();

        Page page();

        <T> T variable();

        Open open();

        Abstract abstractClass();

        Foreign foreign();

        Twice twice();

        Clash clash();

        Nested nested();

        Set<?>[] wildcards();

        Page<Order>[] pages();

        AdaptedToSealed adaptedToSealed();

        Opened opened();

        Textual textual();

        Homonyms homonyms();

        Narrow<String> narrow();

        Keyed keyed();

        Mixed mixed();

        Hidden hidden();

        Empty empty();

        Names names();

        WithSerializer withSerializer();

        SerializedClass serializedClass();

        Visible visible();

        Dated dated();

        Formatted formatted();

        Clashing clashing();

        Setters setters();

        TwoTypes twoTypes();

        NotLong notLong();

        Deprecated annotation();

        java.sql.Timestamp timestamp();

        Thread.State[][] fine();
    }

    @TestFactory
    Stream<DynamicTest> typeWithoutForm_read_isRefused() {
        return Stream.of(Bad.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> !name.equals("fine"))
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var refused = assertThrows(NoJsonFormException.class, () -> read(Bad.class, name));
                    assertTrue(refused.remedy().endsWith("."), refused.remedy());
                }));
    }

    @Test
    void enumOfThePlatform_read_hasAForm() throws Exception {
        assertEquals(
                "List<List<java.lang.Thread$State>>", read(Bad.class, "fine").toString());
    }

    public record Tree(
            List<Tree> children,
            Map<String, Tree> byName,
            @Nullable Tree parent) {}

    public record Endless(Order order, Mutual other) {}

    public record Mutual(Endless back) {}

    public record Box<T>(T held) {}

    public record Boxed(Box<Boxed> box) {}

    public record Ends(Box<List<Ends>> box) {}

    public record Growing<T>(List<Growing<List<T>>> next, T value) {}

    @JsonbTypeInfo({@JsonbSubtype(alias = "leaf", type = Leaf.class), @JsonbSubtype(alias = "node", type = Node.class)})
    public sealed interface Shape permits Leaf, Node {}

    public record Leaf(int a) implements Shape {}

    public record Node(Shape left) implements Shape {}

    @SuppressWarnings("unused")
    interface Recursive {
        Tree tree();

        Endless endless();

        Boxed boxed();

        Ends ends();

        Growing<String> growing();

        Shape shape();
    }

    @Test
    void recursiveTypes_read_areEndlessWhenEveryValueHoldsAnother() throws Exception {
        assertEquals(List.of(), endless("tree"));
        assertEquals(List.of(Endless.class, Mutual.class), endless("endless"));
        assertEquals(List.of(Boxed.class), endless("boxed"));
        assertEquals(List.of(), endless("ends"));
        assertEquals(List.of(), endless("growing"));
        assertEquals(List.of(), endless("shape"));
    }

    private static List<Class<?>> endless(String name) throws Exception {
        var types = new TypeReader();
        var method = Recursive.class.getDeclaredMethod(name);
        types.read(method.getAnnotatedReturnType(), method);
        return EndlessTypes.in(types.definitions());
    }
}
