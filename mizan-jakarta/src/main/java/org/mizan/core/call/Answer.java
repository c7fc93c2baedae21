package org.mizan.core.call;

import org.jspecify.annotations.Nullable;
import org.mizan.core.cache.report.CacheStatus;

/**
 * What is sent back: a status and a JSON body. The {@code X-Mizan-Invalidate} header is not part of it; the
 * environment sets it when the commit says so.
 *
 * @param cache how the origin cache took part; null when it did not
 */
public record Answer(int status, String body, @Nullable CacheStatus cache) {
    /** An answer in which the cache took no part. */
    public Answer(int status, String body) {
        this(status, body, null);
    }
}
