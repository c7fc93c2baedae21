package org.mizan.core.origin;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request that may change something comes from a page that may send it (PROTOCOL §10): by
 * {@code Sec-Fetch-Site} (Fetch Metadata), which no page can forge, else by {@code Origin} (RFC 6454). Immutable.
 *
 * <p>A request with neither was not sent by a browser of today, so no page made somebody's browser send it.
 */
public final class OriginPolicy {
    private final Set<String> allowed;

    /**
     * Creates a policy.
     *
     * @param allowed origins beside the own one, as {@code https://shop.example}
     */
    public OriginPolicy(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Whether the request may be served.
     *
     * @param site the value of {@code Sec-Fetch-Site}
     * @param origin the value of {@code Origin}
     * @param own the origin that the request was sent to; asked for only when it matters
     */
    public boolean permits(@Nullable String site, @Nullable String origin, Supplier<String> own) {
        if (site != null) {
            return site.equals("same-origin") || site.equals("none") || allows(origin);
        }
        return origin == null || origin.equals(own.get()) || allows(origin);
    }

    /** Whether another origin may send requests with credentials and read the answers. */
    public boolean allows(@Nullable String origin) {
        return origin != null && allowed.contains(origin);
    }

    /** The origin of a URL, as browsers write it: without the port that the scheme implies. */
    public static String of(String scheme, String host, int port) {
        boolean implied = port <= 0
                || (scheme.equalsIgnoreCase("http") && port == 80)
                || (scheme.equalsIgnoreCase("https") && port == 443);
        return (scheme + "://" + host + (implied ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
