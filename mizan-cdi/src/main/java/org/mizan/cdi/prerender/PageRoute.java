package org.mizan.cdi.prerender;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.ParameterModel;

/** A prerendered view function and where its pages are. Immutable. */
final class PageRoute {
    private final FunctionModel view;
    private final PageTemplate template;
    private final Set<String> queries = new TreeSet<>();
    private final boolean negotiated;

    PageRoute(FunctionModel view) {
        this.view = view;
        this.template =
                new PageTemplate(path(view.beanClass()), path(view.method().getAnnotation(Path.class)));
        this.negotiated = isNegotiated(view);
        for (var parameter : view.method().getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                queries.add(query.value());
            }
        }
    }

    /** Whether another method answers the same path, so that it depends on {@code Accept} which of them does. */
    private static boolean isNegotiated(FunctionModel view) {
        var own = view.method();
        return Arrays.stream(view.beanClass().getMethods())
                .anyMatch(method -> !method.isBridge()
                        && !method.equals(own)
                        && method.isAnnotationPresent(GET.class)
                        && path(method.getAnnotation(Path.class)).equals(path(own.getAnnotation(Path.class))));
    }

    private static String path(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(Path.class)) {
                return at.getAnnotation(Path.class).value();
            }
        }
        return "";
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : path.value();
    }

    FunctionModel view() {
        return view;
    }

    PageTemplate template() {
        return template;
    }

    /** Whether the path answers with other types too. */
    boolean negotiated() {
        return negotiated;
    }

    /** Whether the function takes all of these. */
    boolean takes(Set<String> names) {
        return queries.containsAll(names);
    }

    /**
     * The texts of the function's parameters, by their names on the wire, as Jakarta REST reads them.
     *
     * @param path the parameters of the path, percent-encoded
     * @param query those of the query
     * @throws IllegalArgumentException when a text of the path is not encoded rightly
     */
    Map<String, List<String>> texts(Map<String, String> path, Map<String, List<String>> query) {
        return view.parameters().stream()
                .flatMap(parameter ->
                        texts(parameter, path, query).stream().map(texts -> Map.entry(parameter.name(), texts)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, HashMap::new));
    }

    private Optional<List<String>> texts(
            ParameterModel model, Map<String, String> path, Map<String, List<String>> query) {
        var parameter = view.method().getParameters()[model.index()];
        var inPath = parameter.getAnnotation(PathParam.class);
        var inQuery = parameter.getAnnotation(QueryParam.class);
        List<String> sent = null;
        if (inPath != null && path.containsKey(inPath.value())) {
            sent = List.of(decoded(path.getOrDefault(inPath.value(), "")));
        } else if (inQuery != null) {
            sent = query.get(inQuery.value());
        }
        return sent != null ? Optional.of(sent) : absent(parameter);
    }

    /** What a parameter is when it was not sent. */
    private static Optional<List<String>> absent(Parameter parameter) {
        var given = parameter.getAnnotation(DefaultValue.class);
        if (given != null) {
            return Optional.of(List.of(given.value()));
        }
        var type = parameter.getType();
        if (!type.isPrimitive()) {
            return Optional.empty();
        }
        return Optional.of(List.of(type == boolean.class ? "false" : "0"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
