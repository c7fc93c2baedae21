package org.mizan.core.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mizan.core.cache.report.CacheCounters;
import org.mizan.core.cache.report.StoreHealth;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.CachePartition;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/**
 * The mutations of this process that run: writes their leases, renews them, and tells the store how they ended.
 * Thread-safe; its one thread starts with the first change and ends with {@link #close}.
 */
final class Mutations {
    private static final Logger LOG = System.getLogger(Mutations.class.getName());
    private static final long TICK_MILLIS = 500;
    private static final int RENEWALS_IN_A_LEASE = 4;

    private final CacheStore store;
    private final Records records;
    private final CachePartition partition;
    private final CacheCounters counters;
    private final StoreHealth health;
    private final Clock clock;
    private final long lease;
    private final boolean refuse;
    private final Unfinished unfinished;
    /** Weak, so that the lease of one that its owner forgot ends: a stage that never completes. */
    private final Map<Mutation, Boolean> running = new WeakHashMap<>();

    private @Nullable ScheduledExecutorService ticker;
    private boolean closed;
    private volatile long renewed;

    /** What readers and mutations of one cache share. */
    record Shared(
            CacheStore store,
            Records records,
            CachePartition partition,
            CacheCounters counters,
            StoreHealth health,
            Clock clock) {}

    Mutations(Shared shared, Duration lease, boolean refuse) {
        this.store = shared.store();
        this.records = shared.records();
        this.partition = shared.partition();
        this.counters = shared.counters();
        this.health = shared.health();
        this.clock = shared.clock();
        this.lease = lease.toMillis();
        this.refuse = refuse;
        this.unfinished = new Unfinished(store, health, records.everything());
        this.renewed = clock.millis();
    }

    Mutation begin() {
        start();
        var mutation = new Mutation(this, id());
        synchronized (running) {
            running.put(mutation, true);
        }
        return mutation;
    }

    void ended(Mutation mutation) {
        synchronized (running) {
            running.remove(mutation);
        }
    }

    private List<Mutation> running() {
        synchronized (running) {
            return List.copyOf(running.keySet());
        }
    }

    Set<String> records(TargetSet targets) {
        return records.of(targets, partition.current());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Outdates what was changed without a mutation. */
    void outdate(TargetSet targets) {
        start();
        outdate(records(targets), id());
    }

    void lease(Collection<String> names, String id) {
        try {
            store.lease(List.copyOf(names), id, clock.millis() + lease);
            health.succeeded();
        } catch (StoreException e) {
            health.failed(e);
            if (refuse) {
                throw new CacheUnavailableException(e);
            }
        }
    }

    void renew(Collection<String> names, String id) {
        try {
            store.lease(List.copyOf(names), id, clock.millis() + lease);
            health.succeeded();
        } catch (StoreException e) {
            health.failed(e);
        }
    }

    void outdate(Collection<String> names, String id) {
        try {
            store.outdate(purges(names, id));
            health.succeeded();
            counters.outdated(names.size());
        } catch (StoreException e) {
            unfinished.outdate(names, id);
            health.failed(e);
        }
    }

    private static Map<String, List<String>> purges(Collection<String> names, String id) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> List.of(id)));
    }

    void release(Collection<String> names, String id) {
        try {
            store.release(List.copyOf(names), id);
            health.succeeded();
        } catch (StoreException e) {
            unfinished.release(names, id, clock.millis() + lease);
            health.failed(e);
        }
    }

    /** Whether a purge that concerns these records is still to be told to the store. */
    boolean unfinished(List<String> names) {
        return unfinished.concerns(names);
    }

    private synchronized void start() {
        if (ticker == null && !closed) {
            ticker = Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(null, work, "mizan-cache-leases", 0, false);
                thread.setDaemon(true);
                return thread;
            });
            ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        try {
            long now = clock.millis();
            if (now - renewed >= lease / RENEWALS_IN_A_LEASE) {
                renewed = now;
                running().forEach(Mutation::renew);
            }
            unfinished.retry(now);
        } catch (RuntimeException e) {
            // Thrown on, it would end all further ticks.
            LOG.log(Level.ERROR, "MIZAN-00503: renewing the leases of running mutations failed; it is tried again", e);
        }
    }

    void close() {
        synchronized (this) {
            closed = true;
            if (ticker != null) {
                ticker.shutdownNow();
            }
        }
        unfinished.retry(clock.millis());
    }
}
