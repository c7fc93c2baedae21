package org.mizan.core.manifest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A context, as an edge sees it.
 *
 * @param cache seconds that answers may be kept, as {@link org.mizan.Client#cache()}: {@code NEVER}, or
 *     {@code UNTIL_INVALIDATED}
 * @param endpoints the paths of its bundle, with a final slash that requests may leave out; none when it has pages alone
 * @param functions the functions of the bundle and the pages that show it, by name
 * @param pageRoutes the paths of the pages that its targets make stale, with {@code :name} for a parameter and
 *     {@code :name*} for one that may hold slashes; those of {@code global} are all pages of the application. Sorted
 * @param params the names of its parameters, sorted
 * @param paramPatterns for each of them the regular expression of its one text (PROTOCOL §6.3), percent-encoded: what an
 *     address has instead may mean the same value, so that an edge must not keep the answer
 * @param renderStrategy how its pages are made
 * @param rev the largest revision of its functions
 * @param shared whether all callers get the same answers
 * @param userScoped whether what it reads depends on who asks
 */
public record ContextEntry(
        int cache,
        List<String> endpoints,
        List<FunctionEntry> functions,
        List<String> pageRoutes,
        List<String> params,
        SortedMap<String, String> paramPatterns,
        RenderStrategy renderStrategy,
        int rev,
        boolean shared,
        boolean userScoped) {
    /** Copies the collections. */
    public ContextEntry {
        endpoints = List.copyOf(endpoints);
        functions = List.copyOf(functions);
        pageRoutes = List.copyOf(pageRoutes);
        params = List.copyOf(params);
        paramPatterns = Collections.unmodifiableSortedMap(new TreeMap<>(paramPatterns));
    }
}
