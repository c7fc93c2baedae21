package org.mizan.codegen.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mizan.codegen.compile.Usage.Direction;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;

/**
 * The names of the types: a class's simple name; where two classes have the same one, or something else of the client
 * has it, the names of the enclosing classes and then of the packages come before it, until all differ.
 */
public final class TypeNames {
    private static final String INPUT = "Input";

    private final Map<Class<?>, String> names = new HashMap<>();
    private final Usage usage;

    private TypeNames(Usage usage) {
        this.usage = usage;
    }

    /** Names the types that clients use, none of them as anything in {@code taken}. */
    static TypeNames of(Registry registry, Usage usage, Names taken, Problems problems) {
        var named = new TypeNames(usage);
        var classes = new TreeSet<Class<?>>(Comparator.comparing(Class::getName));
        for (var direction : Direction.values()) {
            classes.addAll(usage.used(direction));
        }
        named.choose(classes, registry, taken, problems);
        return named;
    }

    /** The name of a class's type, for values that go in one direction. */
    public String name(Class<?> type, Direction direction) {
        var name = names.getOrDefault(type, type.getSimpleName());
        return direction == Direction.ARGUMENT && usage.isSplit(type) ? name + INPUT : name;
    }

    private void choose(Set<Class<?>> classes, Registry registry, Names taken, Problems problems) {
        var segments = new HashMap<Class<?>, Integer>();
        classes.forEach(type -> segments.put(type, 1));
        var longer = ambiguous(classes, segments, registry, taken);
        while (!longer.isEmpty()) {
            boolean grown = false;
            for (var type : longer) {
                int length = segments.getOrDefault(type, 1);
                if (length < segments(type).size()) {
                    segments.put(type, length + 1);
                    grown = true;
                }
            }
            if (!grown) {
                longer.forEach(type -> problems.add(
                        CompileMessages.takenTypeName(type.getName(), text(type, segments.getOrDefault(type, 1)))));
                break;
            }
            longer = ambiguous(classes, segments, registry, taken);
        }
        for (var type : classes) {
            var name = text(type, segments.getOrDefault(type, 1));
            names.put(type, name);
            identifiers(type, name, registry).forEach(identifier -> taken.take(identifier, type.getName()));
        }
    }

    /** The classes that one more segment has to tell apart. */
    private Set<Class<?>> ambiguous(
            Set<Class<?>> classes, Map<Class<?>, Integer> segments, Registry registry, Names taken) {
        var owners = new TreeMap<String, List<Class<?>>>();
        for (var type : classes) {
            for (var identifier : identifiers(type, text(type, segments.getOrDefault(type, 1)), registry)) {
                owners.computeIfAbsent(identifier, name -> new ArrayList<>()).add(type);
            }
        }
        var ambiguous = new HashSet<Class<?>>();
        owners.forEach((identifier, of) -> {
            if (of.size() > 1 || !taken.isFree(identifier)) {
                ambiguous.addAll(of);
            }
        });
        return ambiguous;
    }

    private List<String> identifiers(Class<?> type, String name, Registry registry) {
        if (registry.types().get(type) instanceof TypeDefinition.EnumType) {
            return List.of(name, name + "Values");
        }
        return usage.isSplit(type) ? List.of(name, name + INPUT) : List.of(name);
    }

    private static String text(Class<?> type, int length) {
        var segments = segments(type);
        return String.join("", segments.subList(segments.size() - length, segments.size()));
    }

    /** {@code com.acme.Order.Line} as {@code Com, Acme, Order, Line}. */
    private static List<String> segments(Class<?> type) {
        var segments = new ArrayList<String>();
        for (var segment : type.getPackageName().split("\\.")) {
            if (!segment.isEmpty()) {
                segments.add(Naming.capitalised(segment));
            }
        }
        int at = segments.size();
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            segments.add(at, outer.getSimpleName());
        }
        return segments;
    }
}
