package org.mizan.core.schema;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a function that travels on the wire.
 *
 * @param index its position among the method's Java parameters, from 0
 * @param name its name on the wire
 * @param type its type; {@link TypeModel.OrNull} when it may be left out
 * @param javaType the declared Java type
 * @param defaultValue what it is when it is left out: a bound value, or {@code null} for none
 */
public record ParameterModel(
        int index,
        String name,
        TypeModel type,
        Type javaType,
        @Nullable Object defaultValue) {

    /** Whether a call without it is refused. */
    public boolean required() {
        return !(type instanceof TypeModel.OrNull) && defaultValue == null;
    }
}
