package org.mizan.core.schema.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.ContextName;
import org.mizan.ScopedBy;
import org.mizan.Shared;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.TypeModel;

/** Puts the functions of a context together. */
final class ContextReader {
    private final Naming naming;
    private final Problems problems;

    ContextReader(Naming naming, Problems problems) {
        this.naming = naming;
        this.problems = problems;
    }

    /** The name of the context that a class names. */
    static String name(Class<?> type, Naming naming) {
        var given = type.getAnnotation(ContextName.class);
        if (given != null) {
            return given.value();
        }
        var simple = type.getSimpleName();
        boolean suffixed = simple.endsWith("Context") && simple.length() > "Context".length();
        return naming.apply(
                Naming.decapitalised(suffixed ? simple.substring(0, simple.length() - "Context".length()) : simple));
    }

    ContextModel read(Class<?> type, List<FunctionModel> members) {
        var name = name(type, naming);
        var functions = members.stream()
                .filter(function -> function.kind() == FunctionModel.Kind.RPC)
                .sorted(java.util.Comparator.comparing(FunctionModel::name))
                .toList();
        var views = members.stream()
                .filter(function -> function.kind() == FunctionModel.Kind.VIEW)
                .sorted(java.util.Comparator.comparing(FunctionModel::name))
                .toList();
        checkViews(name, functions, views);
        var parameters = parameters(name, functions.isEmpty() ? views : functions);
        refuseUnqueryable(functions);
        return new ContextModel(
                name,
                type,
                functions,
                views,
                parameters,
                type.isAnnotationPresent(Shared.class),
                shapes(type, name, parameters));
    }

    private SortedMap<String, ParameterModel> parameters(String context, List<FunctionModel> functions) {
        var uses = new TreeMap<String, List<Use>>();
        for (var function : functions) {
            for (var parameter : function.parameters()) {
                uses.computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                        .add(new Use(function, parameter));
            }
        }
        var merged = new TreeMap<String, ParameterModel>();
        uses.forEach((name, of) -> merged.put(name, merge(context, name, of)));
        return merged;
    }

    private record Use(FunctionModel function, ParameterModel parameter) {
        TypeModel type() {
            return parameter.type().required();
        }

        /** Whether one bound value serves both: scalars are boxed alike, but a List is no array. */
        boolean sameAs(Use other) {
            return type().equals(other.type())
                    && (!(type() instanceof TypeModel.Sequence)
                            || JavaTypes.raw(JavaTypes.present(parameter.javaType()))
                                    == JavaTypes.raw(JavaTypes.present(other.parameter.javaType())));
        }

        @Override
        public String toString() {
            return function.place() + " as " + parameter.javaType().getTypeName()
                    + (parameter.defaultValue() == null ? "" : ", default " + parameter.defaultValue());
        }
    }

    private ParameterModel merge(String context, String name, List<Use> uses) {
        var first = uses.get(0);
        var defaults = new HashSet<@Nullable Object>();
        boolean oneType = true;
        for (var use : uses) {
            oneType &= use.sameAs(first);
            defaults.add(use.parameter().defaultValue());
        }
        if (!oneType || defaults.stream().filter(Objects::nonNull).count() > 1) {
            problems.add(BuildMessages.parameterTypes(
                    context, name, uses.stream().map(Use::toString).toList()));
        }
        var chosen = uses.stream()
                .filter(use -> use.parameter().required())
                .findFirst()
                .or(() -> uses.stream()
                        .filter(use -> use.parameter().defaultValue() != null)
                        .findFirst())
                .orElse(first)
                .parameter();
        return chosen.demanding(
                uses.stream()
                        .flatMap(use -> use.parameter().constraints().stream())
                        .distinct()
                        .toList(),
                uses.stream().allMatch(use -> use.parameter().deprecated()));
    }

    /** A view's parameter may differ from the bundle's in type only in ways that keep its text the same. */
    private void checkViews(String context, List<FunctionModel> functions, List<FunctionModel> views) {
        for (var view : views) {
            for (var parameter : view.parameters()) {
                functions.stream()
                        .map(function -> function.parameter(parameter.name()).map(other -> new Use(function, other)))
                        .flatMap(java.util.Optional::stream)
                        .filter(use -> !ParameterReader.sameText(use.type(), parameter.type()))
                        .findFirst()
                        .ifPresent(use -> problems.add(BuildMessages.parameterTypes(
                                context,
                                parameter.name(),
                                List.of(use.toString(), new Use(view, parameter).toString()))));
            }
        }
    }

    private void refuseUnqueryable(List<FunctionModel> functions) {
        for (var function : functions) {
            for (var parameter : function.parameters()) {
                if (!parameter.type().fitsQuery()) {
                    problems.add(BuildMessages.notInQuery(
                            function.place(), parameter.name(), parameter.type().toString()));
                }
            }
        }
    }

    private Set<SortedSet<String>> shapes(Class<?> type, String context, SortedMap<String, ParameterModel> parameters) {
        var shapes = new HashSet<SortedSet<String>>();
        for (var scoped : type.getAnnotationsByType(ScopedBy.class)) {
            var shape = new TreeSet<String>();
            Arrays.stream(scoped.value())
                    .map(name -> parameters.containsKey(name) ? name : naming.apply(name))
                    .forEach(shape::add);
            shape.stream()
                    .filter(name -> !parameters.containsKey(name))
                    .forEach(name -> problems.add(BuildMessages.unknownShape(context, name)));
            shapes.add(java.util.Collections.unmodifiableSortedSet(shape));
        }
        return shapes;
    }
}
