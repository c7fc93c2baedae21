package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mizan.spi.StoreException;

/** A store that is closed leaves nothing behind: an application server would keep it until it is restarted. */
@Timeout(60)
class RedisCloseTest {
    @Test
    void server_closed_hasNeitherThreadsNorSockets() throws Exception {
        try (var redis = RedisProcess.start()) {
            leavesNothing(redis, redis.url());
        }
    }

    @Test
    void sentinels_closed_haveNeitherThreadsNorSockets() throws Exception {
        try (var redis = RedisProcess.start();
                var sentinel = RedisProcess.sentinelOf("main", redis)) {
            for (int i = 0; i < 5; i++) {
                leavesNothing(redis, "redis-sentinel://127.0.0.1:" + sentinel.port() + "#main");
            }
            sentinel.await(() -> sentinel.info("clients").contains("connected_clients:1\r"), "left alone");
        }
    }

    @Test
    void cluster_closed_hasNeitherThreadsNorSockets() throws Exception {
        try (var cluster = RedisProcess.cluster()) {
            leavesNothing(cluster.nodes().get(0), cluster.url());
        }
    }

    private static void leavesNothing(RedisProcess redis, String url) throws Exception {
        var before = threads();
        var store = new RedisStore(RedisAddress.parse(url), RedisStoreTest.PATIENT, Duration.ofHours(48));
        store.fill("e", new byte[100_000], Duration.ofMinutes(1));
        store.read("e", List.of("a", "b", "c"));
        assertEquals(
                Set.of(),
                ManagementFactory.getPlatformMBeanServer()
                        .queryNames(new ObjectName("org.apache.commons.pool2:*"), null));
        store.close();
        assertThrows(StoreException.class, () -> store.read("e", List.of("a")));
        assertThrows(StoreException.class, () -> store.fill("e", new byte[100_000], Duration.ofMinutes(1)));
        redis.await(() -> before.containsAll(threads()), "without threads of the store");
        redis.await(() -> alone(redis), "left alone");
    }

    /** Whether only the connection that asks is there, and those of a sentinel. */
    private static boolean alone(RedisProcess redis) {
        return redis.command("CLIENT", "LIST")
                        .lines()
                        .filter(line -> !line.contains("name=sentinel-"))
                        .count()
                == 1;
    }

    /** Without those that the JDK itself keeps for later. */
    private static Set<Thread> threads() {
        var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.isAlive() || thread.getName().startsWith("process reaper"));
        return threads;
    }
}
