package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.entry.CacheKeys;
import org.mizan.core.cache.redis.RedisProcess;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A sentinel makes a replica the master that never heard of a purge: it still has the entry and the stamps that the
 * entry was made with. They count for nothing, since the node that holds them is another one. And back again.
 */
class SentinelFailoverIT {
    private static final Logger LOG = System.getLogger(SentinelFailoverIT.class.getName());
    private static final Duration PATIENT = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int OWNER = 7;
    private static final int ROW = 23;

    /** What is true: the version of the row. */
    private final AtomicLong truth = new AtomicLong(1);

    private final AtomicLong reads = new AtomicLong();

    private static OriginCache cache(RedisProcess sentinel) {
        var store = Ledger.store("redis-sentinel://127.0.0.1:" + sentinel.port() + "#main", PATIENT);
        return Ledger.cache(store, LEASE, true);
    }

    /** Reads, and fails when it is stale; every mutation was answered before. */
    private void read(OriginCache cache) {
        try {
            var body = cache.read(Ledger.rowPage(OWNER, ROW, 1, null)).bytes(() -> new byte[] {(byte) truth.get()});
            reads.incrementAndGet();
            assertEquals(truth.get(), body[0], "stale");
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Reads until that is a hit; it must not be stale all the while. */
    private void readUntilHit(OriginCache cache, RedisProcess alive) {
        alive.await(
                () -> {
                    long hits = cache.statistics().hits();
                    read(cache);
                    return cache.statistics().hits() > hits;
                },
                "used");
    }

    private void mutate(OriginCache cache) {
        var mutation = cache.mutation();
        mutation.lease(Ledger.row(OWNER, ROW));
        truth.incrementAndGet();
        mutation.commit();
    }

    private static String entry(RedisProcess redis) {
        var params = new TreeMap<>(Map.of("owner", "" + OWNER, "row", "" + ROW, "page", "1"));
        return redis.command("GET", "proof:" + new CacheKeys(Ledger.SECRET).entry("row", params, 0, null));
    }

    private static String stamp(RedisProcess redis) {
        var scope = new TreeMap<>(Map.of("owner", "" + OWNER, "row", "" + ROW));
        return redis.command("HGET", "proof:" + new CacheKeys(Ledger.SECRET).record("row", scope), "s");
    }

    /** What it says of its part; nothing while the sentinel gives it another one, which ends connections. */
    private static String replication(RedisProcess redis) {
        try {
            return redis.info("replication");
        } catch (JedisException e) {
            return "";
        }
    }

    /** The replica misses the purge, and becomes the master. */
    private void failOver(RedisProcess master, RedisProcess replica, OriginCache here, OriginCache there) {
        readUntilHit(here, master);
        readUntilHit(there, master);
        var entry = entry(master);
        var stamp = stamp(master);
        replica.await(() -> entry(replica).equals(entry) && stamp(replica).equals(stamp), "up to date");
        replica.suspend();
        master.command("CLIENT", "KILL", "TYPE", "replica");
        mutate(here);
        assertNotEquals(stamp, stamp(master), "the master has heard of it");
        master.kill();
        replica.resume();
        assertEquals(stamp, stamp(replica), "the replica has not");
        assertEquals(entry, entry(replica));
        replica.await(
                () -> {
                    read(here);
                    read(there);
                    return replication(replica).contains("role:master");
                },
                "promoted");
        readUntilHit(there, replica);
        readUntilHit(here, replica);
    }

    @Test
    void replicaThatLags_isPromoted_andItsEntriesAreWorthNothing() {
        try (var first = RedisProcess.start();
                var second = RedisProcess.replicaOf(first);
                var sentinel = RedisProcess.sentinelOf("main", first);
                var here = cache(sentinel);
                var there = cache(sentinel)) {
            sentinel.await(() -> sentinel.info("sentinel").contains("slaves=1"), "aware of the replica");
            failOver(first, second, here, there);
            first.restartEmpty();
            first.await(() -> replication(first).contains("master_link_status:up"), "a replica now");
            failOver(second, first, here, there);
            LOG.log(
                    Level.INFO,
                    "failed over and back: {0} reads, none stale; misses {1} and {2}",
                    reads,
                    here.statistics().misses(),
                    there.statistics().misses());
            assertTrue(truth.get() == 3);
        }
    }
}
