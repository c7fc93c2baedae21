package org.mizan.bench.cache;

import org.mizan.bench.Figures;
import org.mizan.bench.Jmh;
import org.mizan.bench.Suite;

/** {@code -Dsuite=cache}. */
public final class CacheSuite implements Suite {
    @Override
    public String name() {
        return "cache";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("cache.invalidation", () -> Invalidations.measure(figures));
        figures.measure("cache.redis-hit", () -> RedisHits.measure(figures));
        figures.measure("cache.local-hit", () -> localHit(figures));
        figures.measure("cache.misses", () -> Misses.measure(figures));
        figures.measure("cache.http", () -> HttpThroughput.measure(figures));
    }

    @Override
    public void runShort(Figures figures) {
        figures.measure("cache.redis-hit", () -> RedisHits.measure(figures));
    }

    private static void localHit(Figures figures) throws Exception {
        var hit = Jmh.run(LocalHitBenchmark.class).get("hit");
        figures.atMost("cache.local-hit-time", hit.time(), 5, "us");
        figures.atMost("cache.local-hit-allocation", hit.allocation(), 1536, "B");
        var unknown = Jmh.run(ManyPagesBenchmark.class).get("hit");
        figures.atMost("cache.local-hit-time-new-names", unknown.time(), 5, "us");
        figures.atMost("cache.local-hit-allocation-new-names", unknown.allocation(), 1536, "B");
    }
}
