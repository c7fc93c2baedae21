package org.mizan.core.schema.constraint;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Bean Validation demands of a value or of the parts of its containers (Jakarta Validation 3.0 §3).
 *
 * <p>All constraints of a place hold together. {@code @Valid} is among them, as {@code Valid}: it says that the
 * constraints of the value's own properties are checked too. The parts of a composed constraint follow it, each as if
 * it were written there.
 *
 * @param name the simple name of the annotation, {@code Size}
 * @param standard whether it is one of Jakarta Validation's own, whose meaning does not depend on the application
 * @param attributes what was given otherwise than by default, without groups and payload: a String, Boolean, Long,
 *     Double, or a list of those; constants of enums are their names. {@code message} may be a key in braces
 * @param within which parts of the value it is about, from the outside in; empty for the value itself. An Optional is
 *     no container: on the wire it is its value or null
 */
public record Constraint(String name, boolean standard, SortedMap<String, Object> attributes, List<Part> within) {

    /** A step into a container. */
    public enum Part {
        /** Each element of a collection. */
        ELEMENT,
        /** Each key of a map. */
        KEY,
        /** Each value of a map. */
        VALUE
    }

    /** Copies the collections. */
    public Constraint {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        within = List.copyOf(within);
    }
}
