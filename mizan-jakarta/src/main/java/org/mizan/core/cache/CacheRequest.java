package org.mizan.core.cache;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One read of a context, as the cache sees it.
 *
 * @param params the text of every parameter that is present
 * @param rev the largest revision of its functions
 * @param life how long the result may be used
 * @param caller the caller's id; null for nobody and for shared contexts
 * @param pkey the fingerprint of the caller's roles; null when there is no caller in the key
 */
public record CacheRequest(
        String context,
        SortedMap<String, String> params,
        int rev,
        Duration life,
        @Nullable String caller,
        @Nullable String pkey) {
    /** Copies the map. */
    public CacheRequest {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }
}
