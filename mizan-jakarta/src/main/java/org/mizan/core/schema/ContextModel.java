package org.mizan.core.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A context: its functions and the parameters that they take together.
 *
 * @param name its name on the wire
 * @param type the class that names it in Java
 * @param functions the functions of the bundle, by name
 * @param views the view functions that show it: in the manifest, never in the bundle
 * @param parameters the bundle's parameters by name, one that any function requires being required; without a bundle,
 *     those of the views
 * @param shared whether callers share its entries
 * @param shapes the sets of parameters that {@code @ScopedBy} announces
 */
public record ContextModel(
        String name,
        Class<?> type,
        List<FunctionModel> functions,
        List<FunctionModel> views,
        SortedMap<String, ParameterModel> parameters,
        boolean shared,
        Set<SortedSet<String>> shapes) {
    /** Copies the collections. */
    public ContextModel {
        functions = List.copyOf(functions);
        views = List.copyOf(views);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        shapes = Set.copyOf(shapes);
    }

    /** The largest revision of its functions (PROTOCOL §7.1). */
    public int rev() {
        return functions.stream().mapToInt(FunctionModel::rev).max().orElse(0);
    }

    /** For how many seconds its bundle may be cached: the smallest of its functions' (PROTOCOL §7.4). */
    public int cache() {
        return functions.stream().mapToInt(FunctionModel::cache).min().orElse(org.mizan.Client.UNTIL_INVALIDATED);
    }

    /** A parameter by its name. */
    public Optional<ParameterModel> parameter(String parameterName) {
        return Optional.ofNullable(parameters.get(parameterName));
    }
}
