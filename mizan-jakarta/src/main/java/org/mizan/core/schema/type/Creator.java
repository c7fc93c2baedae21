package org.mizan.core.schema.type;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How JSON-B makes an object: a {@code @JsonbCreator}, a record's only constructor, or one without parameters. */
final class Creator {
    private Creator() {}

    /** The constructor or factory whose parameters are properties. */
    static Optional<Executable> of(Class<?> type) {
        var annotated = annotated(type);
        if (!annotated.isEmpty()) {
            return Optional.of(annotated.get(0));
        }
        var constructors = type.getDeclaredConstructors();
        return type.isRecord() && constructors.length == 1 ? Optional.of(constructors[0]) : Optional.empty();
    }

    private static List<Executable> annotated(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> Modifier.isStatic(method.getModifiers())))
                .filter(executable -> executable.isAnnotationPresent(JsonbCreator.class))
                .toList();
    }

    /** The name of the member that becomes an argument of the creator. */
    static String name(Parameter parameter) {
        var given = parameter.getAnnotation(JsonbProperty.class);
        return given == null || given.value().isEmpty() ? parameter.getName() : given.value();
    }

    /** Why JSON-B cannot make such an object; empty when it can. */
    static Optional<String> problem(Class<?> type) {
        var annotated = annotated(type);
        if (annotated.size() > 1) {
            return Optional.of("has several @JsonbCreators");
        }
        if (annotated.size() == 1) {
            return Arrays.stream(annotated.get(0).getParameters()).allMatch(Creator::isNamed)
                    ? Optional.empty()
                    : Optional.of("has a @JsonbCreator whose parameter names were not compiled in");
        }
        if (type.isRecord()) {
            return type.getDeclaredConstructors().length == 1
                    ? Optional.empty()
                    : Optional.of("is a record with several constructors, none of them a @JsonbCreator");
        }
        return Arrays.stream(type.getDeclaredConstructors())
                        .filter(constructor -> constructor.getParameterCount() == 0)
                        .anyMatch(constructor ->
                                (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                ? Optional.empty()
                : Optional.of("has no public or protected constructor without parameters and no @JsonbCreator");
    }

    /** Whether the type of a property is a bare type variable, which JSON-B (Yasson 3.0.4) cannot resolve there. */
    static boolean hasVariable(Class<?> type) {
        return of(type).stream()
                .flatMap(creator -> Arrays.stream(creator.getParameters()))
                .anyMatch(Creator::isVariable);
    }

    private static boolean isVariable(Parameter parameter) {
        var type = parameter.getParameterizedType();
        return type instanceof TypeVariable
                || type instanceof GenericArrayType array && array.getGenericComponentType() instanceof TypeVariable;
    }

    private static boolean isNamed(Parameter parameter) {
        return parameter.isNamePresent() || !name(parameter).equals(parameter.getName());
    }
}
