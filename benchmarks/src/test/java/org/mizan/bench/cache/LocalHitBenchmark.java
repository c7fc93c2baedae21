package org.mizan.bench.cache;

import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.entry.Body;
import org.mizan.core.cache.local.LocalStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A hit in the memory of the process: parameters, key and names of three records, look-up, 1 KB of body. */
@State(Scope.Thread)
public class LocalHitBenchmark {
    private final int number;
    private final String[] pages;
    private OriginCache cache;
    private int at;

    /** Pages that are read again and again, so that their names are remembered. */
    public LocalHitBenchmark() {
        this(64);
    }

    LocalHitBenchmark(int number) {
        this.number = number;
        this.pages = new String[number];
    }

    /** Fills. */
    @Setup
    public void fill() {
        cache = Shop.cache(new LocalStore(64 << 20, Shop.LIFE.multipliedBy(2)));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < number; i++) {
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
        if (misses > number) {
            throw new IllegalStateException(misses + " misses");
        }
        cache.close();
    }

    /** One hit. */
    @Benchmark
    public Body hit() {
        at = at + 1 == number ? 0 : at + 1;
        return Shop.hit(cache, Shop.page("4711", pages[at]));
    }
}
