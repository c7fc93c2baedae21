package org.mizan.bench.cache;

import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.local.LocalStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A hit in the memory of the process: parameters, key and names of three records, look-up, 1 KB of body. */
@State(Scope.Thread)
public class LocalHitBenchmark {
    private static final int PAGES = 64;

    private final String[] pages = new String[PAGES];
    private OriginCache cache;
    private int at;

    /** Fills. */
    @Setup
    public void fill() {
        cache = Shop.cache(new LocalStore(64 << 20, Shop.LIFE.multipliedBy(2)));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < PAGES; i++) {
                pages[i] = Integer.toString(i);
                Shop.read(cache, Shop.page("4711", pages[i]), Shop.body(1_024));
            }
        }
    }

    /** Was it all hits? */
    @TearDown
    public void check() {
        long misses = cache.statistics().misses().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (misses > PAGES) {
            throw new IllegalStateException(misses + " misses");
        }
        cache.close();
    }

    /** One hit. */
    @Benchmark
    public byte[] hit() {
        at = at + 1 == PAGES ? 0 : at + 1;
        return Shop.read(cache, Shop.page("4711", pages[at]), new byte[0]);
    }
}
