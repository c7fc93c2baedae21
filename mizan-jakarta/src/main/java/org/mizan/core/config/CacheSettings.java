package org.mizan.core.config;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.core.problem.Problem;

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
    private static final int SHORTEST_SECRET = 32;

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

    /** What is configured. */
    static CacheSettings read(SettingValues values) {
        var defaults = defaults();
        var kind = values.choice(
                PropertyNames.CACHE, Kind.OFF, Map.of("off", Kind.OFF, "local", Kind.LOCAL, "redis", Kind.REDIS));
        return new CacheSettings(
                kind,
                secret(values, kind),
                values.name(PropertyNames.CACHE_NAMESPACE, defaults.namespace()),
                values.name(PropertyNames.CACHE_EPOCH, defaults.epoch()),
                values.number(PropertyNames.CACHE_LOCAL_MAX_BYTES, defaults.localMaxBytes(), 1 << 16, Long.MAX_VALUE),
                redis(values, defaults.redis()),
                values.seconds(PropertyNames.CACHE_LEASE, defaults.lease(), 1),
                values.choice(PropertyNames.CACHE_UNREACHABLE, false, Map.of("serve", false, "refuse", true)),
                values.millis(PropertyNames.CACHE_WAIT, defaults.patience()),
                values.choice(PropertyNames.CACHE_STATUS, false, Map.of("true", true, "false", false)));
    }

    private static @Nullable Secret secret(SettingValues values, Kind kind) {
        var secret = values.text(PropertyNames.CACHE_SECRET).map(Secret::new);
        boolean tooShort = secret.isPresent() && secret.get().bytes().length < SHORTEST_SECRET;
        if (kind == Kind.REDIS && secret.isEmpty() || kind != Kind.OFF && tooShort) {
            values.report(Problem.error(
                    101,
                    PropertyNames.CACHE_SECRET,
                    tooShort
                            ? "the secret has fewer than " + SHORTEST_SECRET + " bytes."
                            : "mizan.cache=redis needs a secret, which seals what is kept there.",
                    "Set at least " + SHORTEST_SECRET + " random bytes, the same on every node, as from"
                            + " 'openssl rand -base64 48'."));
        }
        return secret.orElse(null);
    }

    private static Redis redis(SettingValues values, Redis defaults) {
        return new Redis(
                values.text(PropertyNames.CACHE_URL).map(Secret::new).orElse(defaults.url()),
                values.millis(PropertyNames.CACHE_CONNECT_TIMEOUT, defaults.connectTimeout()),
                values.millis(PropertyNames.CACHE_COMMAND_TIMEOUT, defaults.commandTimeout()),
                values.number(PropertyNames.CACHE_MAX_CONNECTIONS, defaults.maxConnections(), 1));
    }
}
