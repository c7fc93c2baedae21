package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mizan.core.cache.StoreContract;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The store in a cluster of three masters, by the contract, and what only a cluster does. */
@Timeout(60)
class RedisClusterTest extends StoreContract {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration LIFE_OF_RECORDS = Duration.ofHours(48);

    private static RedisProcess.Cluster cluster;

    @BeforeAll
    static void startRedis() {
        cluster = RedisProcess.cluster();
    }

    @AfterAll
    static void stopRedis() {
        cluster.close();
    }

    @Override
    protected CacheStore open() {
        cluster.nodes().forEach(node -> node.command("FLUSHALL"));
        // One seed: the store learns of the others.
        return new RedisStore(
                RedisAddress.parse(
                        "redis-cluster://127.0.0.1:" + cluster.nodes().get(2).port()),
                RedisStoreTest.PATIENT,
                LIFE_OF_RECORDS);
    }

    /** A key that starts with the prefix, on the node with this third of the slots. */
    private static String keyOn(int node, String prefix) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> prefix + i)
                .filter(key -> JedisClusterCRC16.getSlot(key) * 3 / 16_384 == node)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void entryAndRecords_onAllNodes_areReadTogether() {
        var records = List.of(keyOn(0, "r"), keyOn(1, "r"), keyOn(2, "r"), keyOn(0, "q"), "absent");
        try (var store = open()) {
            var stamps = Map.of(records.get(0), "s0", records.get(1), "s1", records.get(2), "s2", records.get(3), "s3");
            var held = store.stamp(stamps);
            store.lease(records.subList(0, 4), "m", 5);
            for (int node = 0; node < 3; node++) {
                var entry = keyOn(node, "e");
                store.fill(entry, new byte[] {(byte) node}, LIFE);
                var snapshot = store.read(entry, records);
                assertArrayEquals(new byte[] {(byte) node}, snapshot.entry());
                assertEquals(stamps.keySet(), snapshot.records().keySet());
                snapshot.records().forEach((name, record) -> {
                    assertEquals(stamps.get(name), record.stamp());
                    assertEquals(Map.of("m", 5L), record.leases());
                    assertEquals(held.get(name).node(), record.node());
                });
                assertEquals("1", cluster.nodes().get(node).command("EXISTS", entry));
            }
            var nodes = new HashSet<String>();
            held.values().forEach(one -> nodes.add(one.node()));
            assertEquals(3, nodes.size());
            assertEquals(
                    held.get(records.get(0)).node(), held.get(records.get(3)).node());
        }
    }

    /** The story of every resharding: the store asks the old owner once, learns of the new one, and goes on. */
    @Test
    void slotMoved_isFollowed_andTheNodeIsAnother() {
        var key = keyOn(0, "moving");
        var slot = "" + JedisClusterCRC16.getSlot(key);
        try (var store = open()) {
            var before = store.stamp(Map.of(key, "s1")).get(key);
            cluster.nodes().get(0).command("DEL", key);
            give(slot, 1);
            assertThrows(StoreException.class, () -> store.stamp(Map.of(key, "s2")), "a stamp is never sent twice");
            assertEquals(Map.of(), store.read(key, List.of(key)).records());
            var after = store.stamp(Map.of(key, "s2")).get(key);
            assertEquals("s2", after.stamp());
            assertTrue(!before.node().equals(after.node()));
            assertEquals(
                    after.node(),
                    store.read(keyOn(2, "e"), List.of(key)).records().get(key).node());
        } finally {
            cluster.nodes().get(1).command("FLUSHALL");
            give(slot, 0);
        }
    }

    private static void give(String slot, int node) {
        var id = cluster.nodes().get(node).command("CLUSTER", "MYID");
        cluster.nodes().get(node).command("CLUSTER", "SETSLOT", slot, "NODE", id);
        cluster.nodes().forEach(each -> each.command("CLUSTER", "SETSLOT", slot, "NODE", id));
    }

    @Test
    void oneNodeDeaf_itsKeysFail_theOthersDoNot() {
        var limits = new RedisLimits(Duration.ofMillis(200), Duration.ofMillis(200), 4);
        open().close();
        try (var store = new RedisStore(RedisAddress.parse(cluster.url()), limits, LIFE_OF_RECORDS)) {
            var good = keyOn(1, "a");
            var bad = keyOn(0, "a");
            var entry = keyOn(1, "e");
            store.stamp(Map.of(good, "s1", bad, "s1"));
            cluster.nodes().get(0).suspend();
            try {
                long start = System.nanoTime();
                assertThrows(StoreException.class, () -> store.read(entry, List.of(bad, good)));
                var took = Duration.ofNanos(System.nanoTime() - start).toMillis();
                assertTrue(took < 2_000, "took " + took);
                assertEquals(
                        "s1",
                        store.read(entry, List.of(good)).records().get(good).stamp());
            } finally {
                cluster.nodes().get(0).resume();
            }
            cluster.nodes().get(0).await(RedisClusterTest::isOk, "whole again");
            assertEquals(2, store.read(entry, List.of(bad, good)).records().size());
        }
    }

    private static boolean isOk() {
        return cluster.nodes().stream()
                .allMatch(node -> node.command("CLUSTER", "INFO").contains("cluster_state:ok"));
    }
}
