package org.mizan.core.cache;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One read of a context, or of a page that shows one, as the cache sees it.
 *
 * @param params the text of every parameter that is present; of a page those that are the context's
 * @param rev the largest revision of its functions
 * @param life how long the result may be used
 * @param caller the caller's id; null for nobody and for shared contexts
 * @param pkey the fingerprint of the caller's roles; null when there is no caller in the key
 * @param page the page that is read; null for the context's bundle
 */
public record CacheRequest(
        String context,
        SortedMap<String, String> params,
        int rev,
        Duration life,
        @Nullable String caller,
        @Nullable String pkey,
        @Nullable Page page) {

    /**
     * A finished page (PROTOCOL §7.1).
     *
     * @param view the name of its view function
     * @param address everything that tells it from other pages of the function
     * @param others the contexts that it shows beside the one of its function, without parameters
     */
    public record Page(String view, String address, List<String> others) {
        /** Copies the list. */
        public Page {
            others = List.copyOf(others);
        }
    }

    /** Copies the map. */
    public CacheRequest {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** A read of a context's bundle. */
    public CacheRequest(
            String context,
            SortedMap<String, String> params,
            int rev,
            Duration life,
            @Nullable String caller,
            @Nullable String pkey) {
        this(context, params, rev, life, caller, pkey, null);
    }

    /** How many characters it has that others choose. */
    int size() {
        int length = page == null ? 0 : page.address().length();
        for (var text : params.values()) {
            length += text.length();
        }
        return length;
    }
}
