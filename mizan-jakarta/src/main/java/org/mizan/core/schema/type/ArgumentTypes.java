package org.mizan.core.schema.type;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Finds the objects within a parameter's type that JSON-B can write but not make. */
public final class ArgumentTypes {
    private final Map<Class<?>, TypeDefinition> definitions;
    private final Set<Class<?>> seen = new HashSet<>();
    private final SortedSet<String> found = new TreeSet<>();

    private ArgumentTypes(Map<Class<?>, TypeDefinition> definitions) {
        this.definitions = definitions;
    }

    /** What is wrong with which class, as {@code com.acme.Filter has no … constructor}; sorted. */
    public static List<String> problems(TypeModel type, Map<Class<?>, TypeDefinition> definitions) {
        var search = new ArgumentTypes(definitions);
        search.visit(type);
        return List.copyOf(search.found);
    }

    /** Whether JSON-B cannot make values of a type, so that they have to be made without it. */
    public static boolean isMadeDirectly(TypeDefinition definition) {
        return definition instanceof TypeDefinition.UnionType union
                ? !union.annotated()
                : definition instanceof TypeDefinition.ObjectType && Creator.hasVariable(definition.type());
    }

    private void visit(TypeModel type) {
        var present = type.required();
        if (present instanceof TypeModel.Sequence sequence) {
            visit(sequence.element());
        } else if (present instanceof TypeModel.Dictionary dictionary) {
            visit(dictionary.value());
        } else if (present instanceof TypeModel.Named named) {
            named.arguments().forEach(this::visit);
            visit(named.type());
        }
    }

    private void visit(Class<?> type) {
        if (!seen.add(type)) {
            return;
        }
        var definition = definitions.get(type);
        if (definition instanceof TypeDefinition.ObjectType object) {
            Creator.problem(type).ifPresent(problem -> found.add(type.getName() + " " + problem));
            object.properties().values().stream()
                    .filter(TypeDefinition.Property::written)
                    .forEach(property -> visit(property.type()));
        } else if (definition instanceof TypeDefinition.UnionType union) {
            union.alternatives().values().forEach(alternative -> visit(alternative.type()));
        }
    }
}
