package org.mizan.core.bind.direct;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Tells which types are, or somewhere hold, one of certain definitions. Immutable. */
final class Holders {
    private final Set<Class<?>> holding = new HashSet<>();

    Holders(Map<Class<?>, TypeDefinition> definitions, Predicate<TypeDefinition> sought) {
        definitions.values().stream().filter(sought).forEach(definition -> holding.add(definition.type()));
        while (definitions.values().stream()
                .filter(definition -> !holding.contains(definition.type()) && holds(definition))
                .map(definition -> holding.add(definition.type()))
                .reduce(false, Boolean::logicalOr)) {}
    }

    private boolean holds(TypeDefinition definition) {
        if (definition instanceof TypeDefinition.ObjectType object) {
            return object.properties().values().stream().anyMatch(property -> has(property.type()));
        }
        return definition instanceof TypeDefinition.UnionType union
                && union.alternatives().values().stream().anyMatch(this::has);
    }

    /** Whether a value of the type may hold one; variables hold nothing, what they stand for may. */
    boolean has(TypeModel type) {
        if (holding.isEmpty()) {
            return false;
        }
        if (type instanceof TypeModel.OrNull orNull) {
            return has(orNull.type());
        }
        if (type instanceof TypeModel.Sequence sequence) {
            return has(sequence.element());
        }
        if (type instanceof TypeModel.Dictionary dictionary) {
            return has(dictionary.value());
        }
        if (!(type instanceof TypeModel.Named named)) {
            return false;
        }
        for (var argument : named.arguments()) {
            if (has(argument)) {
                return true;
            }
        }
        return holding.contains(named.type());
    }
}
