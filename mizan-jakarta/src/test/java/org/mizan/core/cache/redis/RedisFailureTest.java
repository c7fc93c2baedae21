package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/** What the store does when Redis is away, deaf, full, or holds what others wrote. */
@Timeout(60)
class RedisFailureTest {
    private static final RedisLimits LIMITS = new RedisLimits(Duration.ofMillis(200), Duration.ofMillis(150), 4);
    /** Connect and command time-out, and what a busy machine takes. */
    private static final Duration BOUND = Duration.ofMillis(200 + 150 + 650);

    private static final Duration LIFE = Duration.ofMinutes(1);

    private RedisProcess redis;
    private CacheStore store;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        store = open(redis.url());
        store.stamp(Map.of("a", "s1"));
    }

    @AfterEach
    void stop() {
        store.close();
        redis.close();
    }

    private static CacheStore open(String url) {
        return new RedisStore(RedisAddress.parse(url), LIMITS, Duration.ofHours(48));
    }

    private static StoreException failsInTime(Executable call) {
        long start = System.nanoTime();
        var failure = assertThrows(StoreException.class, call);
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(BOUND) < 0, "took " + took);
        return failure;
    }

    private static void everyCallFailsInTime(CacheStore store) {
        failsInTime(() -> store.read("e", List.of("a")));
        failsInTime(() -> store.stamp(Map.of("a", "s2")));
        failsInTime(() -> store.fill("e", new byte[10], LIFE));
        failsInTime(() -> store.lease(List.of("a"), "m1", 10));
        failsInTime(() -> store.outdate(Map.of("a", List.of("m1"))));
        failsInTime(() -> store.release(List.of("a"), "m1"));
    }

    @Test
    void nothingListens_everyCallFails_untilItDoes() {
        redis.kill();
        everyCallFailsInTime(store);
        assertTrue(failsInTime(() -> store.read("e", List.of())).getMessage().contains(redis.url()));
        redis.restartEmpty();
        assertEquals(Map.of(), store.read("e", List.of("a")).records());
    }

    @Test
    void restartedBetweenCalls_isNotNoticed_butTheNodeIsAnother() throws Exception {
        atOnce(4, () -> store.read("e", List.of("a")));
        var before = store.read("e", List.of("a")).records().get("a");
        redis.restartFrom(redis.dump());
        for (int i = 0; i < 6; i++) {
            var after = store.read("e", List.of("a")).records().get("a");
            assertEquals("s1", after.stamp());
            assertNotEquals(before.node(), after.node());
        }
        redis.restartEmpty();
        store.outdate(Map.of("a", List.of()));
        redis.restartEmpty();
        store.lease(List.of("a"), "m", 7);
        assertEquals(
                Map.of("m", 7L),
                store.read("e", List.of("a")).records().get("a").leases());
    }

    @Test
    void acceptingButSilent_everyCallFails() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var deaf = open("redis://127.0.0.1:" + silent.getLocalPort());
                var locked = open("redis://u:p@127.0.0.1:" + silent.getLocalPort())) {
            everyCallFailsInTime(deaf);
            everyCallFailsInTime(locked);
        }
    }

    @Test
    void sentinelsOrClusterSilent_everyCallFails() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var sentinels = open("redis-sentinel://127.0.0.1:" + silent.getLocalPort() + "#main");
                var cluster = open("redis-cluster://127.0.0.1:" + silent.getLocalPort())) {
            everyCallFailsInTime(sentinels);
            everyCallFailsInTime(cluster);
        }
    }

    @Test
    void unreachableSentinels_areAskedOnceASecond_byOneThread() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var sentinels = open("redis-sentinel://127.0.0.1:" + silent.getLocalPort() + "#main")) {
            long start = System.nanoTime();
            atOnce(8, () -> {
                for (int i = 0; i < 20; i++) {
                    assertThrows(StoreException.class, () -> sentinels.read("e", List.of()));
                }
                return null;
            });
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(BOUND) < 0);
        }
    }

    /** The replies to commands that were given up must never be those of later commands. */
    @Test
    void suspended_everyCallFails_andLateRepliesAreNobodys() throws Exception {
        for (int i = 0; i < 8; i++) {
            store.fill("e" + i, new byte[] {(byte) i}, LIFE);
        }
        atOnce(4, () -> store.read("e1", List.of("a")));
        redis.suspend();
        everyCallFailsInTime(store);
        atOnce(4, () -> assertThrows(StoreException.class, () -> store.read("e7", List.of("a"))));
        redis.resume();
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 7; i++) {
                assertArrayEquals(
                        new byte[] {(byte) i}, store.read("e" + i, List.of()).entry());
            }
            assertNull(store.read("none", List.of()).entry());
        }
    }

    /** Slow, not dead: pauses around the time-out, so that some replies come just before and some just after it. */
    @Test
    void slowAroundTheTimeout_whatIsAnswered_isTheAnswer() throws Exception {
        for (int i = 0; i < 10; i++) {
            store.fill("e" + i, new byte[] {(byte) i}, LIFE);
        }
        var readers = new ArrayList<Future<Integer>>();
        var threads = Executors.newFixedThreadPool(3);
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try {
            for (int thread = 0; thread < 3; thread++) {
                int entry = thread;
                readers.add(threads.submit(() -> readUntil(end, entry)));
            }
            for (int pause = 130; System.nanoTime() - end < 0; pause = pause == 170 ? 130 : pause + 10) {
                redis.suspend();
                Thread.sleep(pause);
                redis.resume();
                Thread.sleep(20);
            }
            for (var reader : readers) {
                assertTrue(reader.get() > 0, "nothing was answered");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int readUntil(long end, int first) {
        int answers = 0;
        for (int i = first; System.nanoTime() - end < 0; i = (i + 3) % 10) {
            try {
                assertArrayEquals(
                        new byte[] {(byte) i}, store.read("e" + i, List.of("a")).entry());
                answers++;
            } catch (StoreException e) {
                // It was too slow.
            }
        }
        return answers;
    }

    /** More than the buffers of both sides hold, so the write itself blocks. */
    @Test
    void suspended_largeFillFailsToo() {
        redis.suspend();
        failsInTime(() -> store.fill("e", new byte[50_000_000], LIFE));
        redis.resume();
        store.fill("e", new byte[5_000_000], LIFE);
        assertEquals(5_000_000, store.read("e", List.of()).entry().length);
    }

    @Test
    void moreCallersThanConnections_deafServer_allFailInTime() throws Exception {
        redis.suspend();
        for (var failure : atOnce(16, () -> failsInTime(() -> store.read("e", List.of("a"))))) {
            assertNotNull(failure.getMessage());
        }
        redis.resume();
        atOnce(16, () -> store.read("e", List.of("a")));
    }

    @Test
    void full_leaseAndFillFail_outdateWorks() {
        try (var full = RedisProcess.withMemory("3mb", "noeviction");
                var filling = open(full.url())) {
            filling.stamp(Map.of("a", "s1"));
            filling.lease(List.of("a"), "m1", 5);
            var failure = assertThrows(StoreException.class, () -> {
                for (int i = 0; i < 1_000; i++) {
                    filling.fill("e" + i, new byte[50_000], LIFE);
                }
            });
            assertTrue(failure.getMessage().contains("OOM"), failure.getMessage());
            // A smaller command than the one that was refused may still find room.
            full.command("CONFIG", "SET", "maxmemory", "1mb");
            assertThrows(StoreException.class, () -> filling.lease(List.of("a", "b"), "m2", 10));
            assertThrows(StoreException.class, () -> filling.stamp(Map.of("b", "s1")));
            filling.outdate(Map.of("a", List.of("m1")));
            filling.release(List.of("a"), "m1");
            assertEquals(Map.of(), filling.read("e0", List.of("a")).records());
            assertEquals(50_000, filling.read("e0", List.of()).entry().length);
        }
    }

    @Test
    void garbage_isAFailureOrAnEndedLease_andTheConnectionGoesOn() {
        redis.command("SET", "text", "x");
        redis.command("HSET", "hash", "s", "s9", "m:x", "soon", "m:y", "12", "other", "z");
        assertTrue(failsInTime(() -> store.read("e", List.of("text", "a")))
                .getMessage()
                .contains("WRONGTYPE"));
        failsInTime(() -> store.read("hash", List.of("a")));
        failsInTime(() -> store.stamp(Map.of("text", "s1")));
        failsInTime(() -> store.lease(List.of("text", "a"), "m1", 5));
        failsInTime(() -> store.outdate(Map.of("text", List.of())));
        failsInTime(() -> store.release(List.of("text"), "m1"));
        var record = store.read("e", List.of("hash")).records().get("hash");
        assertEquals("s9", record.stamp());
        assertEquals(Map.of("x", 0L, "y", 12L), record.leases());
        assertEquals("connected_clients:2", line(redis.info("clients"), "connected_clients:"));
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void demoted_isAFailure_andThePromotedIsAnotherNode() {
        var before = store.read("e", List.of("a")).records().get("a");
        try (var other = RedisProcess.start()) {
            redis.command("REPLICAOF", "127.0.0.1", "" + other.port());
            assertTrue(failsInTime(() -> store.fill("e", new byte[1], LIFE))
                    .getMessage()
                    .contains("READONLY"));
            redis.await(() -> redis.info("replication").contains("master_link_status:up"), "a replica");
            failsInTime(() -> store.read("e", List.of("a")));
            redis.command("REPLICAOF", "NO", "ONE");
            store.stamp(Map.of("a", "s1"));
            assertNotEquals(
                    before.node(),
                    store.read("e", List.of("a")).records().get("a").node());
        }
    }

    @Test
    void records_andEntries_end() {
        store.fill("e", new byte[1], Duration.ofMillis(1500));
        assertTrue(Long.parseLong(redis.command("PTTL", "e")) > 1000);
        store.lease(List.of("l"), "m", 1);
        assertTrue(Long.parseLong(redis.command("TTL", "a")) > 170_000);
        assertTrue(Long.parseLong(redis.command("TTL", "l")) > 170_000);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> call) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(java.util.Collections.nCopies(threads, call))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
