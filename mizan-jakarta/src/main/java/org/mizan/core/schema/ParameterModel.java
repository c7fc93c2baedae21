package org.mizan.core.schema;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.constraint.Constraint;

/**
 * A parameter of a function that travels on the wire.
 *
 * @param index its position among the method's Java parameters, from 0
 * @param name its name on the wire
 * @param type its type; {@link TypeModel.OrNull} when it may be left out
 * @param javaType the declared Java type
 * @param defaultValue what it is when it is left out: a bound value, or {@code null} for none
 * @param constraints what Bean Validation demands of it
 * @param deprecated whether it is {@code @Deprecated}
 */
public record ParameterModel(
        int index,
        String name,
        TypeModel type,
        Type javaType,
        @Nullable Object defaultValue,
        List<Constraint> constraints,
        boolean deprecated) {

    /** Copies the list. */
    public ParameterModel {
        constraints = List.copyOf(constraints);
    }

    /** The same parameter with what is demanded of it otherwise. */
    public ParameterModel demanding(List<Constraint> others, boolean isDeprecated) {
        return new ParameterModel(index, name, type, javaType, defaultValue, others, isDeprecated);
    }

    /** Whether a call without it is refused. */
    public boolean required() {
        return !(type instanceof TypeModel.OrNull) && defaultValue == null;
    }

    /** Whether a Java value is one that this parameter could have, whole numbers of any width being alike. */
    public boolean accepts(Object value) {
        return accepts(type, value);
    }

    private static boolean accepts(TypeModel type, @Nullable Object value) {
        if (value == null) {
            return type instanceof TypeModel.OrNull;
        }
        var present = type.required();
        if (present instanceof TypeModel.Sequence sequence) {
            return elements(value)
                    .map(elements -> elements.stream().allMatch(element -> accepts(sequence.element(), element)))
                    .orElse(false);
        }
        if (present instanceof TypeModel.Scalar scalar) {
            var kind = ScalarKind.of(value.getClass());
            return scalar.kind().isInteger()
                    ? kind.filter(ScalarKind::isInteger).isPresent()
                    : kind.filter(scalar.kind()::equals).isPresent();
        }
        return present instanceof TypeModel.Named named && named.type().isInstance(value);
    }

    private static Optional<List<?>> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return Optional.of(new ArrayList<>(collection));
        }
        if (!value.getClass().isArray()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, Array.getLength(value))
                .mapToObj(i -> Array.get(value, i))
                .toList());
    }
}
