package org.mizan.core.schema.type;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;

/** Tells whether a value may be null: any annotation of the simple name {@code Nullable} says so. */
final class Nullability {
    private Nullability() {}

    /** Whether the type or one of the elements in whose place it stands is annotated; a primitive never is null. */
    static boolean of(AnnotatedType type, AnnotatedElement... elements) {
        boolean primitive = type.getType() instanceof Class<?> plain && plain.isPrimitive();
        return !primitive && (annotated(type) || Arrays.stream(elements).anyMatch(Nullability::annotated));
    }

    private static boolean annotated(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
