package org.mizan.core.bind.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.JsonText;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.protocol.BadParameterException;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.build.Built;

/** Sealed types that JSON-B knows nothing of, and records that it cannot make: the same JSON after a round trip. */
class SealedTypesTest {
    private final JsonMapper mapper = new JsonMapper();
    private final Registry registry = Built.of(Echo.class);
    private final ResultWriter writer = new ResultWriter(registry, mapper);
    private final ArgumentBinder binder = new ArgumentBinder(registry, mapper);

    public sealed interface Shape permits Circle, Polygon, Group {}

    public record Circle(BigDecimal radius) implements Shape {}

    public sealed interface Polygon extends Shape permits Square, Triangle {}

    public record Square(long side, @JsonText long id) implements Polygon {}

    public static final class Triangle implements Polygon {
        private int base;
        private @Nullable String note;

        @JsonbProperty("ground")
        public int getBase() {
            return base;
        }

        @JsonbProperty("ground")
        public void setBase(int base) {
            this.base = base;
        }

        public Optional<String> getNote() {
            return Optional.ofNullable(note);
        }

        public void setNote(String note) {
            this.note = note;
        }
    }

    public enum Layer {
        FRONT,
        BACK
    }

    public record Group(
            Shape first,
            List<Shape> more,
            Optional<Shape> maybe,
            @Nullable Shape nothing,
            Shape[] array,
            Set<Polygon> set,
            Map<String, Shape> byName,
            Map<Integer, List<Optional<Shape>>> byNumber,
            Map<Layer, Shape> byLayer,
            SortedMap<Long, Circle> circles,
            Deque<Shape> deque,
            OptionalInt count,
            @JsonbTransient int hidden)
            implements Shape {}

    public abstract static sealed class Animal permits Cat, Dog {
        private String name = "";
        private @Nullable Animal friend;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public @Nullable Animal getFriend() {
            return friend;
        }

        public void setFriend(@Nullable Animal friend) {
            this.friend = friend;
        }
    }

    public static sealed class Cat extends Animal permits Kitten {
        public int lives = 9;
    }

    public static final class Kitten extends Cat {
        public int weeks = 1;
    }

    public static final class Dog extends Animal {
        private final boolean good;

        private Dog(boolean good) {
            this.good = good;
        }

        @JsonbCreator
        public static Dog of(@JsonbProperty("good") boolean good) {
            return new Dog(good);
        }

        public boolean isGood() {
            return good;
        }
    }

    public sealed interface Result<T> permits Ok, Failed, Batch {}

    public record Ok<T>(T value) implements Result<T> {}

    public record Failed<T>(String reason) implements Result<T> {}

    public record Batch<X>(List<Result<X>> parts) implements Result<X> {}

    public record Page<T extends Comparable<T>>(
            T first, List<T> items, @Nullable T last) {}

    public record Pair<A, B>(A left, B right) {}

    public static class Base<T> {
        private List<T> items = List.of();
        public @Nullable T best;

        public List<T> getItems() {
            return items;
        }

        public void setItems(List<T> items) {
            this.items = items;
        }
    }

    public static class Drawing extends Base<Shape> {
        public String title = "";
    }

    @JsonbTypeInfo(
            key = "kind",
            value = {
                @JsonbSubtype(alias = "frame", type = Frame.class),
                @JsonbSubtype(alias = "bare", type = Bare.class)
            })
    public sealed interface Picture permits Frame, Bare {}

    public record Frame(Picture inner, Shape corner) implements Picture {}

    public record Bare(int size) implements Picture {}

    public record Strict(Shape shape) {
        public Strict {
            Objects.requireNonNull(shape);
            if (shape instanceof Circle circle && circle.radius().signum() < 0) {
                throw new IllegalArgumentException("no such circle");
            }
        }
    }

    public static class Echo {
        @Client
        public Shape shape(Shape value) {
            return value;
        }

        @Client
        public List<Shape> shapes(List<Shape> value) {
            return value;
        }

        @Client
        public Circle circle(Circle value) {
            return value;
        }

        @Client
        public Optional<Polygon> polygon(Optional<Polygon> value) {
            return value;
        }

        @Client
        public Animal animal(Animal value) {
            return value;
        }

        @Client
        public Result<Shape> result(Result<Shape> value) {
            return value;
        }

        @Client
        public Map<String, Result<List<BigDecimal>>> results(Map<String, Result<List<BigDecimal>>> value) {
            return value;
        }

        @Client
        public Page<BigDecimal> page(Page<BigDecimal> value) {
            return value;
        }

        @Client
        public Pair<Optional<Shape>, Pair<Layer, byte[]>> pair(Pair<Optional<Shape>, Pair<Layer, byte[]>> value) {
            return value;
        }

        @Client
        public Drawing drawing(Drawing value) {
            return value;
        }

        @Client
        public List<? extends Shape> wildcard(List<? extends Shape> value) {
            return value;
        }

        @Client
        public Picture picture(Picture value) {
            return value;
        }

        @Client
        public Strict strict(Strict value) {
            return value;
        }

        @Client
        public List<List<Pair<String, Integer>>> generic(List<List<Pair<String, Integer>>> value) {
            return value;
        }
    }

    private static final String GROUP = """
            {'@type':'Group','array':[{'@type':'Square','id':'9223372036854775807','side':1}],'byLayer':{'BACK':{'@type':'Circle','radius':'1.50'}},\
            'byName':{'a':{'@type':'Circle','radius':'0'},'b':{'@type':'Square','id':'1','side':2}},\
            'byNumber':{'-7':[null,{'@type':'Circle','radius':'3'}]},'circles':{'5':{'radius':'5'}},'count':3,'deque':[{'@type':'Circle','radius':'8'}],\
            'first':{'@type':'Triangle','ground':2,'note':null},'maybe':{'@type':'Triangle','ground':3,'note':'n'},\
            'more':[{'@type':'Circle','radius':'1'},{'@type':'Circle','radius':'1'}],'nothing':null,'set':[{'@type':'Square','id':'2','side':2}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "shape    | {'@type':'Circle','radius':'1.50'}",
                "shape    | {'@type':'Triangle','ground':1,'note':null}",
                "shapes   | []",
                "shapes   | [{'@type':'Circle','radius':'1'},{'@type':'Square','id':'2','side':3}]",
                "circle   | {'radius':'1.50'}",
                "polygon  | null",
                "polygon  | {'@type':'Square','id':'2','side':3}",
                "animal   | {'@type':'Cat','friend':{'@type':'Dog','friend':null,'good':true,'name':'d'},'lives':7,'name':'c'}",
                "animal   | {'@type':'Kitten','friend':null,'lives':7,'name':'c','weeks':3}",
                "result   | {'@type':'Ok','value':{'@type':'Circle','radius':'1'}}",
                "result   | {'@type':'Failed','reason':'why'}",
                "result   | {'@type':'Batch','parts':[{'@type':'Ok','value':{'@type':'Circle','radius':'1'}},{'@type':'Failed','reason':''}]}",
                "results  | {'x':{'@type':'Ok','value':['1.10','2']},'y':{'@type':'Batch','parts':[]}}",
                "page     | {'first':'1.10','items':['1.10','2.20'],'last':null}",
                "page     | {'first':'1.10','items':[],'last':'3'}",
                "pair     | {'left':null,'right':{'left':'FRONT','right':'AP8='}}",
                "pair     | {'left':{'@type':'Circle','radius':'1'},'right':{'left':'BACK','right':''}}",
                "drawing  | {'best':{'@type':'Circle','radius':'1'},'items':[{'@type':'Circle','radius':'2'}],'title':'t'}",
                "drawing  | {'best':null,'items':[],'title':''}",
                "wildcard | [{'@type':'Circle','radius':'1'}]",
                "picture  | {'corner':{'@type':'Circle','radius':'1'},'inner':{'kind':'bare','size':1},'kind':'frame'}",
                "strict   | {'shape':{'@type':'Circle','radius':'1'}}",
                "generic  | [[{'left':'a','right':1}],[]]",
            })
    void json_readAndWritten_isTheSame(String function, String json) {
        var text = json.replace('\'', '"');
        assertEquals(text, roundTrip(function, text));
    }

    @Test
    void group_readAndWritten_isTheSame() {
        var json = GROUP.replace('\'', '"');
        assertEquals(json, roundTrip("shape", json));
        var group = (Group) Objects.requireNonNull(bound("shape", json));
        assertInstanceOf(java.util.ArrayDeque.class, group.deque());
        assertEquals(Map.of(5L, new Circle(new BigDecimal("5"))), group.circles());
        assertEquals(0, group.hidden());
        assertEquals(
                Arrays.asList(Optional.empty(), Optional.of(new Circle(new BigDecimal("3")))),
                group.byNumber().get(-7));
    }

    private String roundTrip(String name, String json) {
        var function = registry.function(name).orElseThrow();
        var arguments = binder.bind(function.parameters(), args(json)).of(function);
        return writer.write(function, arguments[0]);
    }

    private @Nullable Object bound(String name, String json) {
        var function = registry.function(name).orElseThrow();
        return binder.bind(function.parameters(), args(json.replace('\'', '"')))
                .values()
                .get("value");
    }

    private static JsonObject args(String json) {
        return Json.createReader(new StringReader("{\"value\":" + json + "}")).readObject();
    }

    @Test
    void members_leftOut_areWhatJsonBMakesOfThem() {
        assertEquals(new Page<>(BigDecimal.ONE, List.of(), null), bound("page", "{'first':'1','items':[]}"));
        var pair =
                (Pair<?, ?>) Objects.requireNonNull(bound("pair", "{'left':null,'right':{'left':'BACK','right':''}}"));
        assertEquals(Optional.empty(), pair.left());
        var dog = (Dog) Objects.requireNonNull(bound("animal", "{'@type':'Dog','name':'d','good':false}"));
        assertEquals("d", dog.getName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "shape  | {'radius':'1'}                                 | value.@type",
                "shape  | {'@type':'circle','radius':'1'}                | value.@type",
                "shape  | {'@type':'Shape'}                              | value.@type",
                "shape  | {'@type':'Polygon'}                            | value.@type",
                "shape  | {'@type':'java.lang.Object'}                   | value.@type",
                "shape  | {'@type':1,'radius':'1'}                       | value.@type",
                "shape  | {'@type':null,'radius':'1'}                    | value.@type",
                "shape  | {'@type':'Circle'}                             | value.radius",
                "shape  | {'@type':'Circle','radius':1}                  | value.radius",
                "shape  | {'@type':'Circle','radius':'1','side':1}       | value",
                "shape  | []                                             | value",
                "shape  | null                                           | value",
                "shape  | 'Circle'                                       | value",
                "circle | {'@type':'Circle','radius':'1'}                | value",
                "shapes | [{'@type':'Circle','radius':'1'},null]         | value[1]",
                "polygon| {'@type':'Circle','radius':'1'}                | value.@type",
                "result | {'@type':'Ok','value':'1'}                     | value.value",
                "result | {'@type':'Batch','parts':[{'@type':'Ok'}]}     | value.parts[0].value",
                "page   | {'first':1,'items':[]}                         | value.first",
                "strict | {'shape':{'@type':'Circle','radius':'-1'}}     | value",
            })
    void json_thatDoesNotFit_isRefusedWithItsPlace(String function, String json, String place) {
        var refused = assertThrows(BadParameterException.class, () -> bound(function, json));
        assertEquals(place, refused.parameter());
    }

    @Test
    void sealedType_read_namesItsAlternativesBySimpleName() {
        var shape = (TypeDefinition.UnionType)
                Objects.requireNonNull(registry.types().get(Shape.class));
        assertEquals("@type", shape.discriminator());
        assertEquals(
                Set.of("Circle", "Square", "Triangle", "Group"),
                shape.alternatives().keySet());
        assertTrue(!shape.annotated());
        var result = (TypeDefinition.UnionType)
                Objects.requireNonNull(registry.types().get(Result.class));
        assertEquals(List.of("T"), result.typeParameters());
        assertEquals(
                Batch.class.getName() + "<T>",
                Objects.requireNonNull(result.alternatives().get("Batch")).toString());
    }

    @Test
    void concreteSealedClass_asAnAlternative_standsBesideItsSubclasses() {
        var animal = (TypeDefinition.UnionType)
                Objects.requireNonNull(registry.types().get(Animal.class));
        assertEquals(Set.of("Cat", "Kitten", "Dog"), animal.alternatives().keySet());
    }
}
