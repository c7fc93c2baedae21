package org.mizan.core.cache.setup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mizan.Client;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.local.LocalStore;
import org.mizan.core.cache.redis.RedisAddress;
import org.mizan.core.cache.redis.RedisLimits;
import org.mizan.core.cache.redis.RedisStore;
import org.mizan.core.config.CacheSettings;
import org.mizan.core.config.CacheSettings.Kind;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.Registry;
import org.mizan.spi.CachePartition;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/** Opens the cache that settings ask for. */
public final class CacheSetup {
    private static final Duration LEAST_LIFE_OF_RECORDS = Duration.ofHours(48);
    private static final int SECRET_BYTES = 32;

    private final CacheSettings settings;

    /** A setup by settings. */
    public CacheSetup(CacheSettings settings) {
        this.settings = settings;
    }

    /** Finds at deployment what would keep the cache from working; asks Redis once whether it is there. */
    public void check(Problems problems) {
        if (settings.kind() == Kind.LOCAL) {
            require(
                    "com.github.benmanes.caffeine.cache.Caffeine",
                    "local",
                    "com.github.ben-manes.caffeine:caffeine:3",
                    problems);
        } else if (settings.kind() == Kind.REDIS
                && require("redis.clients.jedis.Connection", "redis", "redis.clients:jedis:8", problems)) {
            checkRedis(problems);
        }
    }

    private static boolean require(String type, String kind, String coordinates, Problems problems) {
        try {
            Class.forName(type, false, CacheSetup.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            problems.add(CacheMessages.libraryIsMissing(kind, coordinates));
            return false;
        }
    }

    private void checkRedis(Problems problems) {
        try (var store = redis(LEAST_LIFE_OF_RECORDS)) {
            store.read("mizan:hello", List.of());
        } catch (IllegalArgumentException e) {
            problems.add(CacheMessages.urlDoesNotParse(String.valueOf(e.getMessage())));
        } catch (StoreException e) {
            problems.add(CacheMessages.redisIsUnreachable(String.valueOf(e.getMessage())));
        }
    }

    /** The cache, to be closed with the application; nothing when it is off. */
    public Optional<OriginCache> open(CachePartition partition, Registry registry) {
        if (settings.kind() == Kind.OFF) {
            return Optional.empty();
        }
        var rules = new CacheRules(
                secret(),
                settings.namespace(),
                settings.epoch(),
                settings.lease(),
                settings.refuse(),
                settings.patience());
        return Optional.of(
                new OriginCache(store(lifeOfRecords(registry)), partition, rules, registry, Clock.systemUTC()));
    }

    private byte[] secret() {
        var configured = settings.secret();
        if (configured != null) {
            return configured.bytes();
        }
        var own = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(own);
        return own;
    }

    private CacheStore store(Duration lifeOfRecords) {
        if (settings.kind() == Kind.LOCAL) {
            return new LocalStore(settings.localMaxBytes(), lifeOfRecords);
        }
        try {
            return redis(lifeOfRecords);
        } catch (IllegalArgumentException e) {
            // Told at deployment. Other nodes may have a cache, so mutations must be able to fail here.
            return new NoStore(String.valueOf(e.getMessage()));
        }
    }

    private RedisStore redis(Duration lifeOfRecords) {
        var redis = settings.redis();
        var limits = new RedisLimits(redis.connectTimeout(), redis.commandTimeout(), redis.maxConnections());
        return new RedisStore(RedisAddress.parse(redis.url().reveal()), limits, lifeOfRecords);
    }

    /** Longer than the entries that name them: twice the longest life of a bundle. */
    private static Duration lifeOfRecords(Registry registry) {
        long longest = registry.contexts().values().stream()
                .mapToLong(ContextModel::cache)
                .filter(seconds -> seconds != Client.UNTIL_INVALIDATED)
                .max()
                .orElse(0);
        var twice = Duration.ofSeconds(longest).multipliedBy(2);
        return twice.compareTo(LEAST_LIFE_OF_RECORDS) > 0 ? twice : LEAST_LIFE_OF_RECORDS;
    }
}
