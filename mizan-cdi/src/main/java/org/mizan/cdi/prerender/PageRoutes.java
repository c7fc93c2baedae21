package org.mizan.cdi.prerender;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.interceptor.ShownContext;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.protocol.QueryString;
import org.mizan.core.schema.FunctionModel;

/**
 * The routes of all prerendered view functions, and which of their pages a request is for. Thread-safe.
 *
 * <p>Where the applications of Jakarta REST are is taken from the servlets' mappings, and, as not every server maps one
 * for each, learnt from requests that reached a view function. A wrong guess does no harm: a page is kept only when the
 * function ran that was expected, with the arguments that were expected.
 */
final class PageRoutes {
    private static final Logger LOG = System.getLogger(PageRoutes.class.getName());
    private static final int MOST_BASES = 16;
    private static final int MOST_KNOWN = 4_096;
    private static final int MOST_TEXT = 256;

    private final List<PageRoute> routes;
    private final ArgumentBinder binder;
    private final ParameterText text;
    private final List<String> bases = new CopyOnWriteArrayList<>();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    /** Reading a path costs more than the rest of a hit, so those of the last requests are remembered. */
    private final Map<Sent, Asked> known = new ConcurrentHashMap<>();

    private volatile boolean complete;

    /** A request as it was sent. */
    private record Sent(Asked.Origin origin, String uri) {}

    PageRoutes(MizanRuntime runtime, ServletContext context) {
        var results = new ResultWriter(runtime.registry(), runtime.mapper());
        this.binder = new ArgumentBinder(runtime.registry(), runtime.mapper());
        this.text = new ParameterText(runtime.mapper().provider(), results::toJson);
        this.routes = runtime.registry().functions().values().stream()
                .filter(FunctionModel::prerendered)
                .map(PageRoute::new)
                .sorted(Comparator.comparingInt(
                                (PageRoute route) -> route.template().literals())
                        .reversed())
                .toList();
        add("");
        context.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(mapping -> mapping.endsWith("/*"))
                .forEach(mapping -> add(mapping.substring(0, mapping.length() - 2)));
    }

    private void add(String base) {
        if (bases.size() < MOST_BASES && !bases.contains(base)) {
            bases.add(base);
            LOG.log(Level.DEBUG, "prerendered pages are looked for below {0}/", base);
        }
    }

    /** The page that a request is for; nothing for most. */
    Optional<Asked> asked(HttpServletRequest request, Asked.Origin origin) {
        var query = request.getQueryString();
        var uri = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
        var sent = new Sent(origin, uri);
        var before = known.get(sent);
        if (before != null) {
            return Optional.of(before);
        }
        var path = path(request);
        for (var base : bases) {
            var asked = path.startsWith(base) ? below(path.substring(base.length()), query, sent) : null;
            if (asked != null) {
                if (uri.length() <= MOST_TEXT) {
                    if (known.size() >= MOST_KNOWN) {
                        known.clear();
                    }
                    known.put(sent, asked);
                }
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private @Nullable Asked below(String path, @Nullable String query, Sent sent) {
        for (var route : routes) {
            var matched = route.template().match(path);
            if (matched.isPresent()) {
                return isPlain(path) ? asked(route, matched.get(), query, sent) : null;
            }
        }
        return null;
    }

    /** Whether servers agree on what a path means. */
    private static boolean isPlain(String path) {
        return path.indexOf(';') < 0 && !path.contains("//") && !path.contains("/.");
    }

    private @Nullable Asked asked(PageRoute route, Map<String, String> path, @Nullable String query, Sent sent) {
        try {
            var queries = new TreeMap<>(QueryString.parse(query));
            if (!route.takes(queries.keySet())) {
                return null;
            }
            var bound = binder.bind(route.view().parameters(), route.texts(path, queries));
            return new Asked(
                    route.view(),
                    texts(bound.values()),
                    sent.origin(),
                    sent.uri(),
                    canonical(queries),
                    route.negotiated());
        } catch (RuntimeException e) {
            // Jakarta REST says what is wrong with it.
            LOG.log(Level.DEBUG, () -> sent.uri() + " is no page that may be kept: " + e);
            return null;
        }
    }

    /** The texts of parameters, as scopes have them. */
    SortedMap<String, String> texts(Map<String, Object> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((name, value) -> {
            var shown = text.of(value);
            if (shown != null) {
                texts.put(name, shown);
            }
        });
        return texts;
    }

    private static String canonical(SortedMap<String, List<String>> queries) {
        var out = new StringBuilder();
        queries.forEach((name, values) -> values.forEach(value -> out.append(out.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return out.toString();
    }

    /** Whether some function has not been reached yet, so that {@link #learn} may learn something. */
    boolean learns() {
        return !complete;
    }

    /** A request that was not for a page reached these functions. */
    void learn(HttpServletRequest request, List<ShownContext> shown) {
        for (var context : shown) {
            var view = context.view().orElse(null);
            if (view != null && !reached.contains(view.name())) {
                routes.stream()
                        .filter(route -> route.view().name().equals(view.name()))
                        .forEach(route -> learn(path(request), route));
            }
        }
    }

    private void learn(String path, PageRoute route) {
        for (int at = 0; at >= 0; at = path.indexOf('/', at + 1)) {
            if (route.template().match(path.substring(at)).isPresent()) {
                add(path.substring(0, at));
                return;
            }
        }
    }

    /** A page of the function was found as expected. */
    void reached(FunctionModel view) {
        if (!complete && reached.add(view.name())) {
            complete = reached.size() == routes.size();
        }
    }
}
