package org.mizan.core.cache;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the cache does. Thread-safe. */
final class CacheCounters {
    private final LongAdder hits = new LongAdder();
    private final LongAdder fills = new LongAdder();
    private final LongAdder joins = new LongAdder();
    private final LongAdder storeErrors = new LongAdder();
    private final Map<MissReason, LongAdder> misses = new EnumMap<>(MissReason.class);

    CacheCounters() {
        for (var reason : MissReason.values()) {
            misses.put(reason, new LongAdder());
        }
    }

    void hit() {
        hits.increment();
    }

    void miss(MissReason reason) {
        var count = misses.get(reason);
        if (count != null) {
            count.increment();
        }
    }

    void fill() {
        fills.increment();
    }

    void join() {
        joins.increment();
    }

    void storeError() {
        storeErrors.increment();
    }

    CacheStatistics snapshot() {
        var counted = new EnumMap<MissReason, Long>(MissReason.class);
        misses.forEach((reason, count) -> counted.put(reason, count.sum()));
        return new CacheStatistics(
                hits.sum(), Collections.unmodifiableMap(counted), fills.sum(), joins.sum(), storeErrors.sum());
    }
}
