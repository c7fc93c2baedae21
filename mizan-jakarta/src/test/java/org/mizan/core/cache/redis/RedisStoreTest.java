package org.mizan.core.cache.redis;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mizan.core.cache.StoreContract;
import org.mizan.spi.CacheStore;

/** The store in one server, by the contract. */
class RedisStoreTest extends StoreContract {
    static final RedisLimits PATIENT = new RedisLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 16);

    private static RedisProcess redis;

    @BeforeAll
    static void startRedis() {
        redis = RedisProcess.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    protected CacheStore open() {
        redis.command("FLUSHALL");
        return new RedisStore(RedisAddress.parse(redis.url()), PATIENT, Duration.ofHours(48));
    }
}
