package org.mizan.core.cache.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mizan.core.cache.entry.MissReason;

/**
 * How one read was answered, as {@code Cache-Status} says it (RFC 9211).
 *
 * @param reason why it was no hit; null for a hit and when the cache was not asked
 * @param bypass why the cache was not asked; null when it was
 * @param stored whether the result was kept
 * @param collapsed whether it is the result of another read's run
 */
public record CacheStatus(
        @Nullable MissReason reason, @Nullable String bypass, boolean stored, boolean collapsed) {
    /** The header's name. */
    public static final String HEADER = "Cache-Status";

    private static final String CACHE = "mizan";

    /** A hit. */
    public static CacheStatus hit() {
        return new CacheStatus(null, null, false, false);
    }

    /** A read that did not ask the cache. */
    public static CacheStatus bypassed(String why) {
        return new CacheStatus(null, why, false, false);
    }

    /** The header's value. */
    public String toHeader() {
        if (bypass != null) {
            return CACHE + "; fwd=bypass; detail=" + bypass;
        }
        if (reason == null) {
            return CACHE + "; hit";
        }
        return CACHE + "; fwd=" + forwarded(reason) + (stored ? "; stored" : "") + (collapsed ? "; collapsed" : "")
                + "; detail=" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** RFC 9211 §2.2: the reason in its own words. */
    private static String forwarded(MissReason reason) {
        return switch (reason) {
            case ABSENT -> "uri-miss";
            case OUTDATED, EXPIRED -> "stale";
            case OTHER_SCHEMA, OTHER_ROLES, FORGED -> "miss";
            case MUTATING, RESTLESS, STORE_FAILED -> "bypass";
        };
    }
}
