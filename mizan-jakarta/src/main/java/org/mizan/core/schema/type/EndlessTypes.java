package org.mizan.core.schema.type;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Finds the types whose every value contains another one of them, so that none can ever be written. */
public final class EndlessTypes {
    private final Map<Class<?>, TypeDefinition> definitions;
    /** The types known to end, with the type parameters of which each of their values holds one. */
    private final Map<Class<?>, Set<String>> ending = new HashMap<>();

    private EndlessTypes(Map<Class<?>, TypeDefinition> definitions) {
        this.definitions = definitions;
    }

    /** The endless ones of these types, by name; those that are used but not defined were refused already. */
    public static List<Class<?>> in(Map<Class<?>, TypeDefinition> definitions) {
        var search = new EndlessTypes(definitions);
        while (search.grow()) {}
        return definitions.keySet().stream()
                .filter(type -> !search.ending.containsKey(type))
                .<Class<?>>map(type -> type)
                .sorted(java.util.Comparator.comparing(Class::getName))
                .toList();
    }

    private boolean grow() {
        boolean grown = false;
        for (var definition : definitions.values()) {
            if (!ending.containsKey(definition.type())) {
                var needed = new TreeSet<String>();
                if (ends(definition, needed)) {
                    ending.put(definition.type(), needed);
                    grown = true;
                }
            }
        }
        return grown;
    }

    private boolean ends(TypeDefinition definition, Set<String> needed) {
        if (definition instanceof TypeDefinition.ObjectType object) {
            return object.properties().values().stream().allMatch(property -> ends(property.type(), needed));
        }
        if (definition instanceof TypeDefinition.UnionType union) {
            return union.alternatives().values().stream()
                    .map(TypeModel.Named::type)
                    .anyMatch(type -> ending.containsKey(type) || !definitions.containsKey(type));
        }
        return true;
    }

    private boolean ends(TypeModel type, Set<String> needed) {
        if (type instanceof TypeModel.Variable variable) {
            needed.add(variable.name());
            return true;
        }
        if (!(type instanceof TypeModel.Named named) || !definitions.containsKey(named.type())) {
            return true;
        }
        var held = ending.get(named.type());
        if (held == null) {
            return false;
        }
        if (named.arguments().isEmpty()
                || !(definitions.get(named.type()) instanceof TypeDefinition.ObjectType object)) {
            return true;
        }
        var bound = object.bind(named.arguments());
        var free = new HashSet<String>();
        boolean ends = held.stream().map(bound::get).allMatch(argument -> argument == null || ends(argument, free));
        needed.addAll(free);
        return ends;
    }
}
