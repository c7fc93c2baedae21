package org.mizan.codegen.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A TypeScript type expression.
 *
 * @param text the expression, {@code readonly Order[]}
 * @param names the names out of {@code types.ts} that it mentions
 */
public record TypeText(String text, SortedSet<String> names) {
    /** Copies the names. */
    public TypeText {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** A type that needs no import. */
    public static TypeText of(String text) {
        return new TypeText(text, Collections.emptySortedSet());
    }

    /** A type of {@code types.ts}. */
    public static TypeText named(String name) {
        return new TypeText(name, new TreeSet<>(java.util.List.of(name)));
    }

    /** Another expression of the same names. */
    public TypeText as(String other) {
        return new TypeText(other, names);
    }

    /** Another expression of the names of both. */
    public TypeText as(String other, TypeText more) {
        var all = new TreeSet<>(names);
        all.addAll(more.names);
        return new TypeText(other, all);
    }
}
