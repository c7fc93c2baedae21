package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.redis.RedisProcess;

/**
 * Processes that are killed (SIGKILL) in the middle of a mutation, at each step between its start and its answer. Each
 * has a row of its own, which was cached when its mutation began. No read is older than what was answered, and once the
 * lease is over, none is older than what was committed.
 */
class KilledProcessIT {
    private static final Logger LOG = System.getLogger(KilledProcessIT.class.getName());
    private static final int KILLS_AT_EACH_STEP = Integer.getInteger("mizan.proof.kills", 40);
    private static final int KILLS = KILLS_AT_EACH_STEP * Step.values().length;
    private static final int AT_ONCE = 3;
    private static final Duration LEASE = Duration.ofMillis(1_500);
    /** What readers add to the end of a lease. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration PATIENT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    /** Where a process stands when it is killed. */
    enum Step {
        BEFORE_LEASE(1),
        AFTER_LEASE(1),
        IN_TRANSACTION(1),
        AFTER_COMMIT(2),
        AFTER_PURGE(2);

        /** The version that the database must have then. */
        private final long committed;

        Step(long committed) {
            this.committed = committed;
        }

        static Step of(int row) {
            return values()[row % values().length];
        }
    }

    /** The process that is killed: begins a mutation, says when it has reached its step, and waits there. */
    static final class Victim {
        public static void main(String[] args) throws Exception {
            ChildJvm.endWithParent();
            int row = Integer.parseInt(args[2]);
            var until = Step.of(row);
            try (var rows = VersionedRows.connect(Integer.parseInt(args[1]), 1);
                    var cache = Ledger.cache(Ledger.store(args[0], PATIENT), LEASE, true)) {
                var mutation = cache.mutation();
                stand(Step.BEFORE_LEASE, until);
                mutation.lease(Ledger.row(row, row));
                stand(Step.AFTER_LEASE, until);
                try (var change = rows.begin(row)) {
                    stand(Step.IN_TRANSACTION, until);
                    change.commit();
                }
                stand(Step.AFTER_COMMIT, until);
                mutation.commit();
                stand(Step.AFTER_PURGE, until);
            }
        }

        private static void stand(Step now, Step until) throws InterruptedException {
            if (now == until) {
                System.out.println("STANDS");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    private static long read(OriginCache cache, VersionedRows rows, int row) {
        try {
            var body = cache.read(Ledger.rowPage(row, row, 1, null)).bytes(() -> ByteBuffer.allocate(Long.BYTES)
                    .putLong(rows.read(row))
                    .array());
            return ByteBuffer.wrap(body).getLong();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answered(OriginCache cache, VersionedRows rows, Floors floors, int row) {
        var mutation = cache.mutation();
        mutation.lease(Ledger.row(row, row));
        long version = rows.update(row);
        mutation.commit();
        floors.raise(row, version);
    }

    private static void kill(String redis, VersionedRows rows, int row) throws Exception {
        try (var victim = ChildJvm.startBriefly(Victim.class, redis, rows.port(), row)) {
            while (!victim.output().contains("STANDS")) {
                if (!victim.process().isAlive()) {
                    throw new IllegalStateException(victim.output());
                }
                Thread.sleep(10);
            }
            victim.kill();
        }
    }

    @Test
    void processKilledInTheMiddleOfAMutation_leavesNothingStale() throws Exception {
        long begin = System.nanoTime();
        var floors = Floors.create(folder.resolve("floors"), KILLS);
        try (var redis = RedisProcess.start();
                var rows = VersionedRows.start(KILLS, KILLS, AT_ONCE + 2);
                var here = Ledger.cache(Ledger.store(redis.url(), PATIENT), LEASE, true);
                var there = Ledger.cache(Ledger.store(redis.url(), PATIENT), LEASE, true)) {
            var pool = Executors.newFixedThreadPool(AT_ONCE + 1);
            var over = new AtomicBoolean();
            var meanwhile = new AtomicLong();
            try {
                var kills = new ArrayList<Callable<Void>>();
                for (int i = 0; i < KILLS; i++) {
                    int row = i;
                    kills.add(() -> {
                        answered(here, rows, floors, row);
                        read(here, rows, row);
                        long hits = here.statistics().hits();
                        assertEquals(1, read(here, rows, row));
                        assertTrue(here.statistics().hits() > hits, "it was cached");
                        kill(redis.url(), rows, row);
                        return null;
                    });
                }
                var watching = pool.submit(() -> watch(there, rows, floors, over, meanwhile));
                for (var kill : pool.invokeAll(kills)) {
                    kill.get();
                }
                long killing = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
                Thread.sleep(LEASE.plus(GRACE).plusMillis(500).toMillis());
                over.set(true);
                long early = watching.get();
                long late = older(List.of(here, there, here, there), rows);
                LOG.log(
                        Level.INFO,
                        "killed: {0} processes in {1} s; {2} reads meanwhile, {3} older than what was answered; after the"
                                + " leases {4} reads, {5} older than what was committed; hits {6} and {7}",
                        KILLS,
                        killing,
                        meanwhile,
                        early,
                        4 * KILLS,
                        late,
                        here.statistics().hits(),
                        there.statistics().hits());
                assertEquals(0, early, "older than what was answered");
                assertEquals(0, late, "older than what was committed");
            } finally {
                over.set(true);
                pool.shutdownNow();
            }
        }
    }

    /** Reads all the time, and counts what is older than what was answered before the read began. */
    private static long watch(
            OriginCache cache, VersionedRows rows, Floors floors, AtomicBoolean over, AtomicLong reads)
            throws InterruptedException {
        long stale = 0;
        while (!over.get()) {
            for (int row = 0; row < KILLS; row++) {
                long floor = floors.floor(row);
                if (floor > 0) {
                    stale += read(cache, rows, row) < floor ? 1 : 0;
                    reads.incrementAndGet();
                }
            }
            Thread.sleep(100);
        }
        return stale;
    }

    private static long older(List<OriginCache> caches, VersionedRows rows) {
        long stale = 0;
        for (var cache : caches) {
            for (int row = 0; row < KILLS; row++) {
                long committed = rows.read(row);
                assertEquals(Step.of(row).committed, committed, "it was killed where it stood: " + Step.of(row));
                long found = read(cache, rows, row);
                if (found < committed) {
                    stale++;
                    System.out.println("STALE row " + row + ", killed " + Step.of(row) + ": " + found);
                }
            }
        }
        return stale;
    }
}
