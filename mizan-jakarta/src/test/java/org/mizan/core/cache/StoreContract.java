package org.mizan.core.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mizan.spi.CacheStore;

/** What every store does; a test class per store extends it. */
public abstract class StoreContract {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private CacheStore store;

    /** An empty store. */
    protected abstract CacheStore open();

    @BeforeEach
    void start() {
        store = open();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private CacheStore.Record record(String name) {
        return store.read("none", List.of(name)).records().get(name);
    }

    @Test
    void emptyStore_hasNothing() {
        var snapshot = store.read("e", List.of("a", "b"));
        assertNull(snapshot.entry());
        assertEquals(Map.of(), snapshot.records());
    }

    @Test
    void entry_filled_isReadAsItIs() {
        var bytes = new byte[] {0, -1, 13, 10, 0};
        store.fill("e", bytes, LIFE);
        assertArrayEquals(bytes, store.read("e", List.of()).entry());
    }

    @Test
    void stamp_whenThereIsOne_staysAndWins() {
        assertEquals("s1", store.stamp(Map.of("a", "s1")).get("a").stamp());
        assertEquals("s1", store.stamp(Map.of("a", "s2")).get("a").stamp());
        assertEquals("s1", record("a").stamp());
    }

    @Test
    void stampOfAnswerAndOfRecord_haveOneNode() {
        var held = store.stamp(Map.of("a", "s1")).get("a");
        assertNotNull(held.node());
        assertEquals(held.node(), record("a").node());
    }

    @Test
    void lease_writtenAgain_hasTheLaterEnd() {
        store.lease(List.of("a", "b"), "m1", 10);
        store.lease(List.of("a"), "m1", 20);
        assertEquals(Map.of("m1", 20L), record("a").leases());
        assertEquals(Map.of("m1", 10L), record("b").leases());
        assertNull(record("a").stamp());
    }

    @Test
    void outdate_takesStampAndLeases_andOnlyThose() {
        store.stamp(Map.of("a", "s1"));
        store.lease(List.of("a"), "m1", 10);
        store.lease(List.of("a"), "m2", 10);
        store.outdate(Map.of("a", List.of("m1")));
        assertNull(record("a").stamp());
        assertEquals(Map.of("m2", 10L), record("a").leases());
        store.outdate(Map.of("a", List.of("m1")));
        store.outdate(Map.of("a", List.of("m2")));
        assertNull(record("a"));
    }

    @Test
    void outdate_ofSeveral_takesEachOnes() {
        store.stamp(Map.of("a", "s1", "b", "s2", "c", "s3"));
        store.lease(List.of("a"), "m1", 10);
        store.outdate(Map.of("a", List.of(), "b", List.of("m1"), "none", List.of("m1")));
        assertNull(record("a").stamp());
        assertEquals(Map.of("m1", 10L), record("a").leases());
        assertNull(record("b"));
        assertEquals("s3", record("c").stamp());
        assertNull(record("none"));
    }

    @Test
    void release_leavesTheStamp() {
        store.stamp(Map.of("a", "s1"));
        store.lease(List.of("a"), "m1", 10);
        store.release(List.of("a"), "m1");
        assertEquals("s1", record("a").stamp());
        assertEquals(Map.of(), record("a").leases());
    }

    @Test
    void manyWhoStampAtOnce_allGetTheSame() throws InterruptedException {
        var seen = ConcurrentHashMap.<String>newKeySet();
        var go = new CountDownLatch(1);
        var threads = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        go.await();
                        seen.add(store.stamp(Map.of("a", "s" + i)).get("a").stamp());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(1, seen.size());
    }
}
