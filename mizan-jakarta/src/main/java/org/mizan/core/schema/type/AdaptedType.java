package org.mizan.core.schema.type;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.Map;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.TypeModel;

/** The type that a {@code @JsonbTypeAdapter} turns a property into. */
final class AdaptedType {
    private AdaptedType() {}

    static TypeModel of(Class<?> adapter, TypeReader types) {
        for (Class<?> at = adapter; at != null; at = at.getSuperclass()) {
            for (var implemented : at.getAnnotatedInterfaces()) {
                if (implemented instanceof AnnotatedParameterizedType parameterized
                        && JavaTypes.raw(parameterized.getType()) == JsonbAdapter.class) {
                    return types.read(parameterized.getAnnotatedActualTypeArguments()[1], Map.of());
                }
            }
        }
        throw new NoJsonFormException(
                adapter.getName(), "does not say what it adapts to", "Implement JsonbAdapter<Own, Adapted> directly.");
    }
}
