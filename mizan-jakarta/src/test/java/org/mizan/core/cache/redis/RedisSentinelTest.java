package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/** The store where sentinels decide who is the master. */
@Timeout(60)
class RedisSentinelTest {
    private static final String MASTER = "main";

    private static CacheStore open(RedisProcess sentinel) {
        return new RedisStore(
                RedisAddress.parse("redis-sentinel://127.0.0.1:" + sentinel.port() + "#" + MASTER),
                RedisStoreTest.PATIENT,
                Duration.ofHours(48));
    }

    @Test
    void masterDies_storeFollows_andTheNodeIsAnother() {
        try (var first = RedisProcess.start();
                var second = RedisProcess.replicaOf(first);
                var sentinel = RedisProcess.sentinelOf(MASTER, first);
                var store = open(sentinel)) {
            sentinel.await(() -> sentinel.info("sentinel").contains("slaves=1"), "aware of the replica");
            store.fill("e", new byte[1], Duration.ofMinutes(1));
            var before = store.stamp(Map.of("a", "s1")).get("a").node();
            first.await(() -> second.command("EXISTS", "a").equals("1"), "replicated");
            first.kill();
            second.await(() -> works(store), "followed");
            var after = store.read("e", List.of("a")).records().get("a");
            assertEquals("s1", after.stamp());
            assertNotEquals(before, after.node());
            assertEquals(
                    "role:master",
                    second.info("replication").lines().skip(1).findFirst().orElseThrow());
        }
    }

    /**
     * The first master has the run id that it had, and whatever records it had when it was demoted would count again if
     * that were all that tells a node.
     */
    @Test
    void masterDemoted_andPromotedAgain_isAnotherNode() {
        try (var first = RedisProcess.start("replica-priority 10");
                var second = RedisProcess.replicaOf(first, "replica-priority 20");
                var sentinel = RedisProcess.sentinelOf(MASTER, first);
                var store = open(sentinel)) {
            sentinel.await(() -> sentinel.info("sentinel").contains("slaves=1"), "aware of the replica");
            var before = store.stamp(Map.of("a", "s1")).get("a").node();
            var between = failedOver(sentinel, second, first, store);
            var after = failedOver(sentinel, first, second, store);
            assertEquals(before.split(":")[0], after.split(":")[0]);
            assertNotEquals(before, after);
            assertNotEquals(between, after);
        }
    }

    /** Makes the sentinel promote one, and waits until the store writes there. */
    private static String failedOver(RedisProcess sentinel, RedisProcess to, RedisProcess from, CacheStore store) {
        sentinel.await(() -> tried(sentinel), "able to fail over");
        to.await(() -> to.info("replication").contains("role:master"), "promoted");
        from.await(() -> from.info("replication").contains("master_link_status:up"), "a replica now");
        to.await(() -> works(store) && to.command("EXISTS", "probe").equals("1"), "followed");
        to.command("DEL", "probe");
        return store.stamp(Map.of("a", "s1")).get("a").node();
    }

    private static boolean tried(RedisProcess sentinel) {
        try {
            return sentinel.sentinel("FAILOVER", MASTER).equals("OK");
        } catch (redis.clients.jedis.exceptions.JedisDataException e) {
            return false;
        }
    }

    private static boolean works(CacheStore store) {
        try {
            store.fill("probe", new byte[1], Duration.ofMinutes(1));
            return true;
        } catch (StoreException e) {
            return false;
        }
    }
}
