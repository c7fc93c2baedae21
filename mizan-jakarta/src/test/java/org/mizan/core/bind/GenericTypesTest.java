package org.mizan.core.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.Client;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;

/** Generic, bounded, nested, recursive and inherited types: the same JSON after a round trip. */
class GenericTypesTest {
    private final JsonMapper mapper = new JsonMapper();
    private final Registry registry = Built.of(Echo.class);
    private final ResultWriter writer = new ResultWriter(registry, mapper);
    private final ArgumentBinder binder = new ArgumentBinder(registry, mapper);

    public record Item(int a) {}

    public record Page<T>(List<T> items) {}

    public record Array<T>(T[] array) {}

    public record Bounded<T extends Comparable<? super T>>(SortedMap<String, T> map, Set<? extends T> set) {}

    public record TwoBounds<K extends Comparable<K>, V extends Number & Comparable<V>>(List<K> keys, List<V> values) {}

    public record Nested<T>(Page<Page<T>> pages, Map<String, Page<T>> map, Optional<Page<T>> maybe) {}

    public record Node<T>(T value, List<Node<T>> children) {}

    public static class Base<T, U> {
        private T one;
        private List<U> many = List.of();

        @SuppressWarnings("NullAway")
        protected Base() {}

        public T getOne() {
            return one;
        }

        public void setOne(T one) {
            this.one = one;
        }

        public List<U> getMany() {
            return many;
        }

        public void setMany(List<U> many) {
            this.many = many;
        }
    }

    public static class Middle<V> extends Base<V, Map<String, V>> {
        public Page<V> page = new Page<>(List.of());
    }

    public static class Leaf extends Middle<Item> {
        public int own;
    }

    public record Holes(List<Optional<Item>> x, List<List<Optional<String>>> y, Map<String, Optional<Item>> z) {}

    public static class Echo {
        @Client
        public Array<Item> array(Array<Item> value) {
            return value;
        }

        @Client
        public Array<String> texts(Array<String> value) {
            return value;
        }

        @Client
        public Bounded<Integer> bounded(Bounded<Integer> value) {
            return value;
        }

        @Client
        public TwoBounds<String, Integer> twoBounds(TwoBounds<String, Integer> value) {
            return value;
        }

        @Client
        public Nested<Item> nested(Nested<Item> value) {
            return value;
        }

        @Client
        public Node<Item> node(Node<Item> value) {
            return value;
        }

        @Client
        public Node<List<String>> lists(Node<List<String>> value) {
            return value;
        }

        @Client
        public Leaf leaf(Leaf value) {
            return value;
        }

        @Client
        public Middle<Long> middle(Middle<Long> value) {
            return value;
        }

        @Client
        public Holes holes(Holes value) {
            return value;
        }

        @Client
        public Page<? extends Item> wildcard(Page<? extends Item> value) {
            return value;
        }

        @Client
        public Map<String, ? extends List<? extends Item>> wildcards(
                Map<String, ? extends List<? extends Item>> value) {
            return value;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "array     | {'array':[{'a':1}]}",
                "texts     | {'array':['b']}",
                "bounded   | {'map':{'x':1},'set':[1,2]}",
                "twoBounds | {'keys':['k'],'values':[1]}",
                "nested    | {'map':{'m':{'items':[{'a':1}]}},'maybe':{'items':[{'a':1}]},'pages':{'items':[{'items':[{'a':1}]}]}}",
                "nested    | {'map':{},'maybe':null,'pages':{'items':[]}}",
                "node      | {'children':[{'children':[],'value':{'a':1}}],'value':{'a':2}}",
                "lists     | {'children':[{'children':[],'value':[]}],'value':['a']}",
                "leaf      | {'many':[{'x':{'a':1}}],'one':{'a':1},'own':3,'page':{'items':[{'a':1}]}}",
                "middle    | {'many':[{'x':1}],'one':2,'page':{'items':[3]}}",
                "holes     | {'x':[null,{'a':1}],'y':[[null,'a']],'z':{'k':null}}",
                "wildcard  | {'items':[{'a':1}]}",
                "wildcards | {'a':[{'a':1}]}",
            })
    void json_readAndWritten_isTheSame(String name, String json) {
        var text = json.replace('\'', '"');
        var function = registry.function(name).orElseThrow();
        var args =
                Json.createReader(new StringReader("{\"value\":" + text + "}")).readObject();
        assertEquals(
                text,
                writer.write(function, binder.bind(function.parameters(), args).of(function)[0]));
    }
}
