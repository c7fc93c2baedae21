package org.mizan.core.manifest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The edge manifest of an application. Immutable.
 *
 * @param version the version of its form
 * @param contexts the contexts by name
 * @param mutations the functions that make something stale, by name
 */
public record EdgeManifest(
        int version, SortedMap<String, ContextEntry> contexts, SortedMap<String, MutationEntry> mutations) {
    /** The version of the form that this library writes. */
    public static final int VERSION = 1;

    /** Copies the maps. */
    public EdgeManifest {
        contexts = Collections.unmodifiableSortedMap(new TreeMap<>(contexts));
        mutations = Collections.unmodifiableSortedMap(new TreeMap<>(mutations));
    }
}
