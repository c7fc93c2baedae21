package org.mizan.bench.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.core.cache.OriginCache;
import redis.clients.jedis.RedisClient;

/** A hit in Redis, from the parameters to the body, against a {@code GET} of the same bytes. */
final class RedisHits {
    private static final String PREFIX = "bench:ctx:orders:";
    private static final int WARM_UPS = 200;
    private static final int ROUNDS = 600;
    /** Few, so that a neighbour's load falls on both kinds alike. */
    private static final int OPERATIONS = 50;

    private final Figures figures;
    private final RedisClient client;
    private final OriginCache cache;

    private RedisHits(Figures figures, RedisClient client, OriginCache cache) {
        this.figures = figures;
        this.client = client;
        this.cache = cache;
    }

    static void measure(Figures figures) throws IOException {
        try (var redis = Redis.start();
                var client = redis.client();
                var cache = Shop.cache(redis.store())) {
            var hits = new RedisHits(figures, client, cache);
            hits.compare(1_024, "1kb", true);
            hits.compare(50 * 1_024, "50kb", false);
        }
    }

    private void compare(int size, String name, boolean bounded) {
        client.flushDB();
        var body = Shop.body(size);
        var entry = sealed(body);
        if (bounded) {
            int scopes = client.keys("*").size() - 1;
            if (scopes != 3) {
                throw new IllegalStateException(scopes + " scopes");
            }
            double overhead = client.get(entry).length - body.length;
            figures.atMost("cache.envelope", Spread.exactly(overhead), 300, "B");
        }
        var get = Timing.of(() -> requireLonger(client.get(entry), size));
        var hit = Timing.of(() -> requireLonger(Shop.read(cache, Shop.page("5", "1"), new byte[0]), size - 1));
        long before = cache.statistics().hits();
        Timing.alternate(WARM_UPS, ROUNDS, OPERATIONS, get, hit);
        long hits = cache.statistics().hits() - before;
        if (hits != (WARM_UPS + ROUNDS) * OPERATIONS) {
            throw new IllegalStateException("only " + hits + " hits");
        }
        figures.plain("cache.redis-get-" + name + "-p50", get.micros(0.5), "us");
        figures.plain("cache.redis-hit-" + name + "-p50", hit.micros(0.5), "us");
        figures.plain("cache.redis-get-" + name + "-p99", get.micros(0.99), "us");
        figures.plain("cache.redis-hit-" + name + "-p99", hit.micros(0.99), "us");
        var ratio = hit.times(get, 0.5);
        if (bounded) {
            figures.atMost("cache.redis-hit-" + name + "-per-get", ratio, 1.4, "x");
        } else {
            figures.plain("cache.redis-hit-" + name + "-per-get", ratio, "x");
        }
    }

    private byte[] sealed(byte[] body) {
        Shop.read(cache, Shop.page("5", "1"), body);
        return client.keys(PREFIX + "*").iterator().next().getBytes(StandardCharsets.US_ASCII);
    }

    private static void requireLonger(byte[] bytes, int size) {
        if (bytes.length <= size) {
            throw new IllegalStateException(bytes.length + " bytes");
        }
    }
}
