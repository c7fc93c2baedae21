package org.mizan.core.schema.type;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Modifier;
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
                    var form = parameterized.getAnnotatedActualTypeArguments()[1];
                    refuseUnmarked(adapter, JavaTypes.raw(form.getType()));
                    return types.read(form, Map.of());
                }
            }
        }
        throw new NoJsonFormException(
                adapter.getName(), "does not say what it adapts to", "Implement JsonbAdapter<Own, Adapted> directly.");
    }

    /** What the adapter returns is seen by JSON-B alone, which writes nothing that tells the subtypes apart. */
    private static void refuseUnmarked(Class<?> adapter, Class<?> form) {
        if (form.isSealed()
                && Modifier.isAbstract(form.getModifiers())
                && !form.isAnnotationPresent(JsonbTypeInfo.class)) {
            throw new NoJsonFormException(
                    adapter.getName(),
                    "adapts to " + form.getSimpleName() + ", which is sealed without @JsonbTypeInfo",
                    "Name its subtypes with @JsonbTypeInfo, or adapt to a record.");
        }
    }
}
