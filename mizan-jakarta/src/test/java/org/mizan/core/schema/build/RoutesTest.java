package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.Route;
import org.mizan.core.schema.RouteModel;

class RoutesTest {

    public static class Hooks {
        @Client(internal = true)
        @Route(path = "/webhooks/{shop}/prices", methods = "POST")
        public void prices(String shop, Optional<String> note) {}

        @Client
        @Route(path = "/feed.xml")
        public String feed() {
            return "";
        }
    }

    @Test
    void routes_read_haveSegmentsAndMethods() {
        var prices =
                Objects.requireNonNull(Built.function(Hooks.class, "prices").route());
        assertEquals("/webhooks/{shop}/prices", prices.template());
        assertEquals(List.of("webhooks", "{shop}", "prices"), prices.segments());
        assertEquals(Set.of("POST"), prices.methods());
        var feed = Objects.requireNonNull(Built.function(Hooks.class, "feed").route());
        assertEquals(Set.of("GET", "HEAD"), feed.methods());
    }

    private static RouteModel route(String template, String... methods) {
        return new RouteModel(
                template, Arrays.asList(template.substring(1).split("/", -1)), new TreeSet<>(Set.of(methods)));
    }

    @Test
    void path_matched_givesItsParameters() {
        var route = route("/a/{x}/b/{y}", "GET");
        assertEquals(Optional.of(Map.of("x", "1", "y", "%2F")), route.match(List.of("a", "1", "b", "%2F")));
        assertEquals(Optional.empty(), route.match(List.of("a", "", "b", "2")));
        assertEquals(Optional.empty(), route.match(List.of("a", "1", "c", "2")));
        assertEquals(Optional.empty(), route.match(List.of("a", "1", "b")));
        assertEquals(Optional.empty(), route.match(List.of("a", "1", "b", "2", "")));
    }

    @Test
    void routes_compared_overlapWhenOneRequestMatchesBoth() {
        assertTrue(route("/a/{x}", "GET").overlaps(route("/a/b", "GET")));
        assertTrue(route("/a/{x}/c", "GET").overlaps(route("/a/b/{y}", "GET", "POST")));
        assertFalse(route("/a/{x}", "GET").overlaps(route("/a/b", "POST")));
        assertFalse(route("/a/{x}/c", "GET").overlaps(route("/a/b/d", "GET")));
        assertFalse(route("/a/{x}", "GET").overlaps(route("/a", "GET")));
    }
}
