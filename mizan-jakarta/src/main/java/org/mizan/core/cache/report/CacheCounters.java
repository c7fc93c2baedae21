package org.mizan.core.cache.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.mizan.core.cache.entry.MissReason;

/** Counts what the cache does. Thread-safe. */
public final class CacheCounters {
    private final LongAdder hits = new LongAdder();
    private final LongAdder fills = new LongAdder();
    private final LongAdder joins = new LongAdder();
    private final LongAdder bypassed = new LongAdder();
    private final LongAdder outdated = new LongAdder();
    private final LongAdder storeErrors = new LongAdder();
    private final Map<MissReason, LongAdder> misses = new EnumMap<>(MissReason.class);

    /** Counters at zero. */
    public CacheCounters() {
        for (var reason : MissReason.values()) {
            misses.put(reason, new LongAdder());
        }
    }

    /** A read was answered out of the store. */
    public void hit() {
        hits.increment();
    }

    /** A read was not. */
    public void miss(MissReason reason) {
        var count = misses.get(reason);
        if (count != null) {
            count.increment();
        }
    }

    /** A read did not ask the cache. */
    public void bypass() {
        bypassed.increment();
    }

    /** An entry was written. */
    public void fill() {
        fills.increment();
    }

    /** A read used the result of another one's run. */
    public void join() {
        joins.increment();
    }

    /** Scopes were outdated. */
    public void outdated(int scopes) {
        outdated.add(scopes);
    }

    /** The store did not carry something out. */
    public void storeError() {
        storeErrors.increment();
    }

    /** What was counted so far. */
    public CacheStatistics snapshot() {
        var counted = new EnumMap<MissReason, Long>(MissReason.class);
        misses.forEach((reason, count) -> counted.put(reason, count.sum()));
        return new CacheStatistics(
                hits.sum(),
                Collections.unmodifiableMap(counted),
                fills.sum(),
                joins.sum(),
                bypassed.sum(),
                outdated.sum(),
                storeErrors.sum());
    }
}
