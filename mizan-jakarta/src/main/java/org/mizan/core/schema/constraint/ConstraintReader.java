package org.mizan.core.schema.constraint;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.core.schema.constraint.Constraint.Part;

/**
 * Collects the constraints of one place: of what is declared there, and inside the containers of its type.
 *
 * <p>An array is no container: what stands before {@code String[]} is about the array (so Hibernate Validator 8).
 */
public final class ConstraintReader {
    private static final String VALID = "jakarta.validation.Valid";
    private static final String STANDARD = "jakarta.validation.constraints";
    private static final String COMPOSITION = "org.hibernate.validator.constraints.ConstraintComposition";
    /** Composed constraints may not contain themselves; a bound all the same, since nobody has checked that yet. */
    private static final int DEEPEST = 16;

    private final Set<Constraint> found = new LinkedHashSet<>();

    private ConstraintReader() {}

    /**
     * The constraints of a field, a getter or a parameter, in the order of the sources.
     *
     * @param type its type
     */
    public static List<Constraint> read(AnnotatedType type, AnnotatedElement element) {
        var reader = new ConstraintReader();
        reader.annotations(element, List.of());
        reader.inside(type, List.of());
        return List.copyOf(reader.found);
    }

    private void inside(AnnotatedType type, List<Part> at) {
        if (type instanceof AnnotatedWildcardType wildcard) {
            inside(wildcard.getAnnotatedUpperBounds()[0], at);
        } else if (type instanceof AnnotatedParameterizedType parameterized) {
            var raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            var arguments = parameterized.getAnnotatedActualTypeArguments();
            if (raw == Optional.class) {
                annotations(arguments[0], at);
                inside(arguments[0], at);
            } else if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
                part(arguments[0], at, Part.ELEMENT);
            } else if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
                part(arguments[0], at, Part.KEY);
                part(arguments[1], at, Part.VALUE);
            }
        }
    }

    private void part(AnnotatedType type, List<Part> at, Part step) {
        var within = new ArrayList<>(at);
        within.add(step);
        annotations(type, within);
        inside(type, within);
    }

    private void annotations(AnnotatedElement element, List<Part> within) {
        Arrays.stream(element.getAnnotations()).forEach(annotation -> add(annotation, within));
    }

    private void add(Annotation annotation, List<Part> within) {
        if (annotation.annotationType().getName().equals(VALID)) {
            found.add(new Constraint("Valid", true, new TreeMap<>(), within));
        }
        for (var constraint : Attributes.constraints(annotation)) {
            add(constraint, Attributes.of(constraint), within, 0);
        }
    }

    private void add(Annotation annotation, SortedMap<String, Object> attributes, List<Part> within, int depth) {
        var type = annotation.annotationType();
        if (depth > DEEPEST || !Attributes.isInDefaultGroup(annotation)) {
            return;
        }
        found.add(new Constraint(type.getSimpleName(), type.getPackageName().equals(STANDARD), attributes, within));
        if (type.getPackageName().equals(STANDARD) || isAlternative(type)) {
            return;
        }
        for (var meta : type.getAnnotations()) {
            var parts = Attributes.constraints(meta);
            for (int i = 0; i < parts.size(); i++) {
                add(
                        parts.get(i),
                        Attributes.overridden(parts.get(i), parts.size() == 1 ? -1 : i, annotation),
                        within,
                        depth + 1);
            }
        }
    }

    /** Whether not all of a composed constraint's parts need to hold: an extension of Hibernate Validator. */
    private static boolean isAlternative(Class<? extends Annotation> type) {
        return Arrays.stream(type.getAnnotations())
                .filter(meta -> meta.annotationType().getName().equals(COMPOSITION))
                .anyMatch(meta -> !"AND".equals(Attributes.value(meta, "value")));
    }
}
