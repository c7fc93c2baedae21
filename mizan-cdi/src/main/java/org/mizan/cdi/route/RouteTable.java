package org.mizan.cdi.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;

/** The {@code @Route}s of an application, and which of them a request's path matches. Immutable. */
public final class RouteTable {
    private final RouteTree routes = new RouteTree();
    private final boolean empty;

    /** The routes of a registry. */
    public RouteTable(Registry registry) {
        boolean none = true;
        for (var function : registry.functions().values()) {
            var route = function.route();
            if (route != null) {
                routes.add(function, route);
                none = false;
            }
        }
        this.empty = none;
    }

    /**
     * A route that the path of a request matches, whatever the request's method.
     *
     * @param parameters raw text, still percent-encoded
     */
    record Matched(FunctionModel function, SortedMap<String, String> parameters) {
        SortedSet<String> methods() {
            var route = function.route();
            return route == null ? Collections.emptySortedSet() : route.methods();
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return empty;
    }

    /** In the order of the functions' names. */
    List<Matched> matching(HttpServletRequest request) {
        return matching(segments(request));
    }

    List<Matched> matching(List<String> path) {
        return routes.find(path).stream()
                .sorted(Comparator.comparing(FunctionModel::name))
                .flatMap(function -> match(function, path))
                .toList();
    }

    private static Stream<Matched> match(FunctionModel function, List<String> path) {
        var route = function.route();
        return route == null
                ? Stream.empty()
                : route.match(path).map(parameters -> new Matched(function, parameters)).stream();
    }

    /** All methods that some of the routes answer to. */
    static SortedSet<String> methods(List<Matched> matched) {
        var methods = new TreeSet<String>();
        matched.forEach(match -> methods.addAll(match.methods()));
        return methods;
    }

    /** The segments of a path below the context root, percent-encoded, without {@code ;jsessionid=…} and its like. */
    private static List<String> segments(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Arrays.stream(path.replaceFirst("^/", "").split("/", -1))
                .map(segment -> segment.replaceFirst(";.*", ""))
                .toList();
    }
}
