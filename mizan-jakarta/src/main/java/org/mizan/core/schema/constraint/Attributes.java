package org.mizan.core.schema.constraint;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads annotations whose classes need not be there when this one is compiled. */
final class Attributes {
    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
    private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";
    private static final Set<String> ADMINISTRATIVE = Set.of("groups", "payload", "validationAppliesTo");

    private Attributes() {}

    /** The constraints that an annotation is: itself, those of a {@code @Size.List}, or none. */
    static List<Annotation> constraints(Annotation annotation) {
        if (isConstraint(annotation.annotationType())) {
            return List.of(annotation);
        }
        return value(annotation, "value") instanceof Annotation[] several
                ? Arrays.stream(several)
                        .filter(one -> isConstraint(one.annotationType()))
                        .toList()
                : List.of();
    }

    private static boolean isConstraint(Class<? extends Annotation> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(meta -> meta.annotationType().getName().equals(CONSTRAINT));
    }

    /** Whether calls are validated with it: they are validated with the default group. */
    static boolean isInDefaultGroup(Annotation constraint) {
        return !(value(constraint, "groups") instanceof Class<?>[] groups)
                || groups.length == 0
                || Arrays.stream(groups).anyMatch(group -> group.getName().equals(DEFAULT_GROUP));
    }

    /** What was given otherwise than by default. */
    static SortedMap<String, Object> of(Annotation constraint) {
        var attributes = new TreeMap<String, Object>();
        for (var attribute : constraint.annotationType().getDeclaredMethods()) {
            var value = call(constraint, attribute);
            if (!isAttribute(attribute) || same(value, attribute.getDefaultValue())) {
                continue;
            }
            plain(value).ifPresent(given -> attributes.put(attribute.getName(), given));
        }
        return attributes;
    }

    /**
     * The attributes of a part of a composed constraint, with those that {@code @OverridesAttribute} sets.
     *
     * @param index which one of several of its type; -1 when it is the only one
     */
    static SortedMap<String, Object> overridden(Annotation part, int index, Annotation composed) {
        var attributes = of(part);
        for (var attribute : composed.annotationType().getDeclaredMethods()) {
            for (var override : overrides(attribute)) {
                boolean here = part.annotationType() == value(override, "constraint")
                        && (index < 0 || Integer.valueOf(index).equals(value(override, "constraintIndex")));
                if (here) {
                    var given = String.valueOf(value(override, "name"));
                    plain(call(composed, attribute))
                            .ifPresent(value -> attributes.put(given.isEmpty() ? attribute.getName() : given, value));
                }
            }
        }
        return attributes;
    }

    private static List<Annotation> overrides(Method attribute) {
        return Arrays.stream(attribute.getAnnotations())
                .flatMap(annotation -> value(annotation, "value") instanceof Annotation[] several
                        ? Arrays.stream(several)
                        : Stream.of(annotation))
                .filter(annotation -> annotation.annotationType().getName().equals(OVERRIDES))
                .toList();
    }

    private static boolean isAttribute(Method method) {
        return method.getParameterCount() == 0 && !ADMINISTRATIVE.contains(method.getName());
    }

    private static boolean same(@Nullable Object value, @Nullable Object other) {
        return Arrays.deepEquals(new @Nullable Object[] {value}, new @Nullable Object[] {other});
    }

    /** An attribute as data; nothing for classes and annotations, which say nothing to a client. */
    private static Optional<Object> plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        if (value instanceof Float || value instanceof Double) {
            return Optional.of(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return Optional.of(number.longValue());
        }
        if (value instanceof Character || value instanceof String) {
            return Optional.of(value.toString());
        }
        if (value != null && value.getClass().isArray()) {
            var elements = IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> plain(Array.get(value, i)))
                    .flatMap(Optional::stream)
                    .toList();
            return elements.size() == Array.getLength(value) ? Optional.of(elements) : Optional.empty();
        }
        return value instanceof Boolean ? Optional.of(value) : Optional.empty();
    }

    /** An attribute by its name; null when the annotation has none of it. */
    static @Nullable Object value(Annotation annotation, String name) {
        try {
            return call(annotation, annotation.annotationType().getDeclaredMethod(name));
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** The value, or null when it names a class that is not there. */
    private static @Nullable Object call(Annotation annotation, Method attribute) {
        try {
            return attribute.trySetAccessible() ? attribute.invoke(annotation) : null;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
