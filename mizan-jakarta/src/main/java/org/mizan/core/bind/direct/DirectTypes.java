package org.mizan.core.bind.direct;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.type.ArgumentTypes;
import org.mizan.core.schema.type.JavaObject;

/** Finds the objects within a parameter's type that can be made neither by JSON-B nor without it. */
public final class DirectTypes {
    private final Map<Class<?>, TypeDefinition> definitions;
    private final Holders holders;

    /** Creates a search through definitions that are complete. */
    public DirectTypes(Map<Class<?>, TypeDefinition> definitions) {
        this.definitions = definitions;
        this.holders = new Holders(definitions, ArgumentTypes::isMadeDirectly);
    }

    /** What is wrong with which class within a type, as {@code com.acme.Filter has …}; sorted. */
    public List<String> problems(TypeModel type) {
        var search = new Search();
        search.visit(type);
        return List.copyOf(search.found);
    }

    private final class Search {
        private final Set<Class<?>> seen = new HashSet<>();
        private final SortedSet<String> found = new TreeSet<>();

        private void visit(TypeModel type) {
            var present = type.required();
            if (present instanceof TypeModel.Sequence sequence) {
                visit(sequence.element());
            } else if (present instanceof TypeModel.Dictionary dictionary) {
                visit(dictionary.value());
            } else if (present instanceof TypeModel.Named named && holders.has(named)) {
                named.arguments().forEach(this::visit);
                var definition = definitions.get(named.type());
                if (definition instanceof TypeDefinition.ObjectType object) {
                    object(object);
                } else if (definition instanceof TypeDefinition.UnionType union && seen.add(union.type())) {
                    union.alternatives().values().forEach(this::visit);
                }
            }
        }

        private void object(TypeDefinition.ObjectType object) {
            if (!seen.add(object.type())) {
                return;
            }
            for (var property : JavaObject.of(object.type()).customised()) {
                found.add(
                        object.type().getName() + " holds a sealed type without @JsonbTypeInfo or a bare type variable,"
                                + " and '" + property + "' has a JSON-B adapter or format");
            }
            object.properties().values().stream()
                    .filter(TypeDefinition.Property::written)
                    .forEach(property -> visit(property.type()));
        }
    }
}
