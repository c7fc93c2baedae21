package org.mizan.cdi.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.AbstractList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.Route;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.RouteModel;
import org.mizan.core.schema.build.RegistryBuilder;

class RouteTableTest {

    /** Literals and parameters in each other's place. */
    public static class Orders {
        @Client
        @Route(path = "/orders/{id}")
        public String order(String id) {
            return id;
        }

        @Client
        @Route(path = "/orders/new", methods = "POST")
        public String begin() {
            return "";
        }

        @Client
        @Route(path = "/orders/{kind}/{id}")
        public String lines(String kind, String id) {
            return kind + id;
        }

        @Client
        public String withoutRoute() {
            return "";
        }
    }

    private static Registry registry() {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(List.of(Orders.class));
        assertEquals(List.of(), problems.errors());
        return registry;
    }

    private static Map<String, Map<String, String>> matching(String... path) {
        var found = new HashMap<String, Map<String, String>>();
        new RouteTable(registry())
                .matching(List.of(path))
                .forEach(match -> found.put(match.function().name(), match.parameters()));
        return found;
    }

    @Test
    void everyRouteThatMatches_isFound() {
        assertEquals(Map.of("order", Map.of("id", "5")), matching("orders", "5"));
        assertEquals(Map.of("begin", Map.of(), "order", Map.of("id", "new")), matching("orders", "new"));
        assertEquals(Map.of("lines", Map.of("kind", "new", "id", "5")), matching("orders", "new", "5"));
    }

    @Test
    void theOrderIsThatOfTheNames() {
        var names = new RouteTable(registry())
                .matching(List.of("orders", "new")).stream()
                        .map(match -> match.function().name())
                        .toList();
        assertEquals(List.of("begin", "order"), names);
    }

    @Test
    void pathThatIsShorterOrLongerOrHasNothingForAParameter_matchesNone() {
        assertEquals(Map.of(), matching("orders"));
        assertEquals(Map.of(), matching("orders", ""));
        assertEquals(Map.of(), matching("orders", "5", "6", "7"));
        assertEquals(Map.of(), matching(""));
    }

    @Test
    void withoutRoutes_isEmpty() {
        assertFalse(new RouteTable(registry()).isEmpty());
        assertTrue(new RouteTable(new Registry(Map.of(), Map.of(), Map.of(), Collections.emptySortedSet())).isEmpty());
    }

    /** Every request passes here, whether or not it is for a route. */
    @Test
    void thousandsOfRoutes_areNotLookedAtOneByOne() throws Exception {
        var functions = new HashMap<String, FunctionModel>();
        var order = registry()
                .function(Orders.class.getMethod("order", String.class))
                .orElseThrow();
        for (int i = 0; i < 5_000; i++) {
            functions.put("order" + i, at(order, "order" + i, "shop", "orders" + i, "{id}"));
        }
        var table = new RouteTable(new Registry(functions, Map.of(), Map.of(), Collections.emptySortedSet()));
        var path = new CountedPath(List.of("shop", "orders4711", "5"));

        var found = table.matching(path);

        assertEquals("order4711", found.get(0).function().name());
        assertTrue(path.reads < 20, path.reads + " reads of the path");
    }

    private static FunctionModel at(FunctionModel like, String name, String... segments) {
        Method method = like.method();
        return new FunctionModel(
                name,
                like.kind(),
                like.beanClass(),
                method,
                like.parameters(),
                like.result(),
                null,
                List.of(),
                false,
                0,
                like.cache(),
                false,
                like.access(),
                List.of(),
                new RouteModel(String.join("/", segments), List.of(segments), new TreeSet<>(List.of("GET"))),
                null,
                false);
    }

    private static final class CountedPath extends AbstractList<String> {
        private final List<String> segments;
        private int reads;

        CountedPath(List<String> segments) {
            this.segments = segments;
        }

        @Override
        public String get(int index) {
            reads++;
            return segments.get(index);
        }

        @Override
        public int size() {
            return segments.size();
        }
    }
}
