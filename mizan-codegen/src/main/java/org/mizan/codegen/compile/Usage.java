package org.mizan.codegen.compile;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/**
 * In which directions the functions that clients have use which types.
 *
 * <p>An object may have one form in results and another in arguments: members that are only read or only written, and
 * members that an argument may leave out because they may be null.
 */
public final class Usage {
    /** The way that a value goes. */
    public enum Direction {
        /** From the server. */
        RESULT,
        /** To the server. */
        ARGUMENT
    }

    private final Map<Class<?>, TypeDefinition> definitions;
    private final Map<Direction, Set<Class<?>>> used = new TreeMap<>();
    private final Set<Class<?>> different = new HashSet<>();
    private final Set<ScalarKind> scalars = new TreeSet<>();
    private final Set<Class<?>> direct = new HashSet<>();
    private final Map<Class<?>, Set<Tag>> tags = new java.util.HashMap<>();

    /** What tells an alternative of a union apart. */
    public record Tag(String discriminator, String value) {}

    /** Follows the types from the functions of a registry. */
    public Usage(Registry registry) {
        this.definitions = registry.types();
        for (var direction : Direction.values()) {
            used.put(direction, new HashSet<>());
        }
        registry.functions().values().stream().filter(Usage::isOffered).forEach(function -> {
            visit(function.result(), Direction.RESULT);
            function.parameters().forEach(parameter -> visit(parameter.type(), Direction.ARGUMENT));
        });
        boolean found = true;
        while (found) {
            found = false;
            for (var definition : definitions.values()) {
                if (!different.contains(definition.type()) && isDifferent(definition)) {
                    different.add(definition.type());
                    found = true;
                }
            }
        }
    }

    /** Whether clients can call a function or read it in a bundle: not views, and nothing internal. */
    public static boolean isOffered(FunctionModel function) {
        return function.kind() == FunctionModel.Kind.RPC
                && !function.internal()
                && !function.name().equals(Registry.MWT_FUNCTION);
    }

    /** The classes that are used in a direction. */
    public Set<Class<?>> used(Direction direction) {
        return Collections.unmodifiableSet(used.getOrDefault(direction, Set.of()));
    }

    /** The kinds of scalars that are used. */
    public Set<ScalarKind> scalars() {
        return Collections.unmodifiableSet(scalars);
    }

    /** Whether arguments of a class need a type of their own beside that of its results. */
    public boolean isSplit(Class<?> type) {
        return different.contains(type)
                && used(Direction.RESULT).contains(type)
                && used(Direction.ARGUMENT).contains(type);
    }

    /** The member that an alternative always has; null when there is none or it depends on where it stands. */
    public @Nullable Tag tag(Class<?> alternative) {
        var of = tags.getOrDefault(alternative, Set.of());
        return of.size() == 1 && !direct.contains(alternative) ? of.iterator().next() : null;
    }

    private void visit(TypeModel type, Direction direction) {
        var present = type.required();
        if (present instanceof TypeModel.Scalar scalar) {
            scalars.add(scalar.kind());
        } else if (present instanceof TypeModel.Sequence sequence) {
            visit(sequence.element(), direction);
        } else if (present instanceof TypeModel.Dictionary dictionary) {
            visit(dictionary.key(), direction);
            visit(dictionary.value(), direction);
        } else if (present instanceof TypeModel.Named named) {
            named.arguments().forEach(argument -> visit(argument, direction));
            direct.add(named.type());
            visit(named.type(), direction);
        }
    }

    private void visit(Class<?> type, Direction direction) {
        if (!used.getOrDefault(direction, Set.of()).contains(type)) {
            used.computeIfAbsent(direction, d -> new HashSet<>()).add(type);
            var definition = definitions.get(type);
            if (definition instanceof TypeDefinition.ObjectType object) {
                object.properties().values().stream()
                        .filter(property -> has(property, direction))
                        .forEach(property -> visit(property.type(), direction));
            } else if (definition instanceof TypeDefinition.UnionType union) {
                union.alternatives().forEach((value, alternative) -> {
                    tags.computeIfAbsent(alternative.type(), a -> new HashSet<>())
                            .add(new Tag(union.discriminator(), value));
                    visit(alternative.type(), direction);
                });
            }
        }
    }

    /** Whether a property is there in a direction. */
    public static boolean has(TypeDefinition.Property property, Direction direction) {
        return direction == Direction.RESULT ? property.read() : property.written();
    }

    private boolean isDifferent(TypeDefinition definition) {
        if (definition instanceof TypeDefinition.ObjectType object) {
            return object.properties().values().stream()
                    .anyMatch(property -> property.read() != property.written()
                            || property.type() instanceof TypeModel.OrNull
                            || mentionsDifferent(property.type()));
        }
        return definition instanceof TypeDefinition.UnionType union
                && union.alternatives().values().stream()
                        .anyMatch(alternative -> different.contains(alternative.type()));
    }

    private boolean mentionsDifferent(TypeModel type) {
        var present = type.required();
        if (present instanceof TypeModel.Sequence sequence) {
            return mentionsDifferent(sequence.element());
        }
        if (present instanceof TypeModel.Dictionary dictionary) {
            return mentionsDifferent(dictionary.value());
        }
        return present instanceof TypeModel.Named named
                && (different.contains(named.type())
                        || named.arguments().stream().anyMatch(this::mentionsDifferent));
    }
}
