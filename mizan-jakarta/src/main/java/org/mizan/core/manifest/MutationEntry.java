package org.mizan.core.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that makes something stale, as an edge sees it.
 *
 * @param affects what it makes stale, in the order declared
 * @param autoScopedParams the names of its parameters that narrow what it makes stale, sorted
 * @param isPrivate whether calls from outside are refused
 * @param route its own path, with {@code :name} for a parameter; {@code null} when it is only called at the endpoint
 * @param methods the HTTP methods of its route, or {@code POST} for the endpoint; sorted
 */
public record MutationEntry(
        List<AffectedTarget> affects,
        List<String> autoScopedParams,
        boolean isPrivate,
        @Nullable String route,
        List<String> methods) {
    /** Copies the lists. */
    public MutationEntry {
        affects = List.copyOf(affects);
        autoScopedParams = List.copyOf(autoScopedParams);
        methods = List.copyOf(methods);
    }
}
