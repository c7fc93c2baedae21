package org.mizan.it.app.types;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generic records: bounded, nested, recursive, and with a component that is a type variable. */
public final class Generics {
    private Generics() {}

    /** A page of anything. */
    public record Page<T>(List<T> items, int total) {}

    /** Components of the variable's own type, which JSON-B alone cannot make. */
    public record Range<T extends Comparable<? super T>>(
            T from, @Nullable T to) {}

    /** Two parameters, bounded twice. */
    public record Entry<K extends Comparable<K>, V extends Number & Comparable<V>>(
            List<K> keys, Optional<V> value, V[] values) {}

    /** A tree that is recursive in itself and in its argument. */
    public record Tree<T>(T value, List<Tree<T>> children, Map<String, Tree<T>> named) {}

    /** Uses of generic types in each place. */
    public record Uses(
            Page<Page<String>> pages,
            Optional<Range<Integer>> range,
            List<Range<String>> ranges,
            Map<String, Page<Scalars.Color>> byName,
            Set<Page<Integer>> set) {}

    /** Recursion through everything that may end it. */
    public record Folder(
            String name,
            List<Folder> folders,
            @Nullable Folder parent,
            Optional<Folder> link,
            Map<String, Folder> more) {}
}
