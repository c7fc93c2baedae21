package org.mizan.core.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the origin cache.
 *
 * @param kind where it keeps its entries
 * @param secret of keys and envelopes; null for {@link Kind#LOCAL}, which then makes one
 * @param namespace what precedes every key in the store
 * @param epoch part of every entry's key
 * @param localMaxBytes about how much memory a local cache may take
 * @param redis how Redis is reached
 * @param lease how long a mutation's lease lasts unless it is renewed
 * @param refuse whether a mutation whose lease cannot be written is refused
 * @param patience how long a read waits for another one that runs the same
 * @param status whether responses say {@code Cache-Status}
 */
public record CacheSettings(
        Kind kind,
        @Nullable Secret secret,
        String namespace,
        String epoch,
        long localMaxBytes,
        Redis redis,
        Duration lease,
        boolean refuse,
        Duration patience,
        boolean status) {

    /** Where entries are kept. */
    public enum Kind {
        /** Nowhere: every read runs its functions. */
        OFF,
        /** In the memory of the process. */
        LOCAL,
        /** In Redis. */
        REDIS
    }

    /**
     * How Redis is reached.
     *
     * @param url with user and password, so a secret
     * @param maxConnections the most connections to one node
     */
    public record Redis(Secret url, Duration connectTimeout, Duration commandTimeout, int maxConnections) {}

    /** What holds when nothing is configured. */
    public static CacheSettings defaults() {
        return new CacheSettings(
                Kind.OFF,
                null,
                "mizan",
                "",
                64L << 20,
                new Redis(new Secret("redis://localhost:6379"), Duration.ofMillis(200), Duration.ofMillis(100), 16),
                Duration.ofSeconds(60),
                false,
                Duration.ofSeconds(10),
                false);
    }
}
