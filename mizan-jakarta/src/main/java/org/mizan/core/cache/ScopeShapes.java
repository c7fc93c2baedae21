package org.mizan.core.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeModel;

/**
 * The shapes of each context's scopes: the sets of parameters that some mutation can narrow an invalidation to, or
 * {@code @ScopedBy} announces. The empty shape, the whole context, is always one. Immutable.
 */
final class ScopeShapes {
    private final Map<String, List<SortedSet<String>>> shapes = new HashMap<>();

    ScopeShapes(Registry registry) {
        var found = new HashMap<String, Set<SortedSet<String>>>();
        registry.contexts().values().forEach(context -> {
            var own = new HashSet<SortedSet<String>>(context.shapes());
            own.add(Collections.emptySortedSet());
            found.put(context.name(), own);
        });
        registry.functions().values().forEach(function -> add(function, found));
        found.forEach((context, own) -> shapes.put(context, List.copyOf(own)));
    }

    /** All that a mutation shares with the context, and what is left of it when optional arguments are absent. */
    private static void add(FunctionModel function, Map<String, Set<SortedSet<String>>> found) {
        for (var affected : function.affects()) {
            var required = new TreeSet<String>();
            var optional = new TreeSet<String>();
            for (var parameter : function.parameters()) {
                if (affected.parameters().contains(parameter.name())) {
                    (mayBeAbsent(parameter.type()) ? optional : required).add(parameter.name());
                }
            }
            var own = found.computeIfAbsent(affected.context(), context -> new HashSet<>());
            subsets(List.copyOf(optional), required).forEach(own::add);
        }
    }

    /** An empty list counts as absent. */
    private static boolean mayBeAbsent(TypeModel type) {
        return type instanceof TypeModel.OrNull || type instanceof TypeModel.Sequence;
    }

    private static Set<SortedSet<String>> subsets(List<String> optional, SortedSet<String> required) {
        var all = new HashSet<SortedSet<String>>();
        all.add(required);
        for (var name : optional) {
            for (var smaller : List.copyOf(all)) {
                var larger = new TreeSet<>(smaller);
                larger.add(name);
                all.add(larger);
            }
        }
        return all;
    }

    /** The scopes that an entry belongs to: every shape all of whose parameters are present, with their values. */
    List<SortedMap<String, String>> scopesOf(String context, SortedMap<String, String> params) {
        var scopes = new ArrayList<SortedMap<String, String>>();
        for (var shape : shapes.getOrDefault(context, List.of())) {
            if (params.keySet().containsAll(shape)) {
                scopes.add(values(shape, params));
            }
        }
        return scopes;
    }

    private static SortedMap<String, String> values(SortedSet<String> shape, SortedMap<String, String> params) {
        if (shape.isEmpty()) {
            return Collections.emptySortedMap();
        }
        var values = new TreeMap<String, String>();
        for (var name : shape) {
            values.put(name, params.get(name));
        }
        return values;
    }

    /** Whether an invalidation can be as narrow as this; else it must be broad. */
    boolean has(String context, Set<String> names) {
        return shapes.getOrDefault(context, List.of()).stream().anyMatch(shape -> shape.equals(names));
    }
}
