package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The server that the other tests rely on. */
class RedisProcessTest {
    @Test
    void restarted_hasNothing_orWhatItHad() {
        try (var redis = RedisProcess.start()) {
            int port = redis.port();
            redis.command("SET", "a", "1");
            var dump = redis.dump();
            redis.restartEmpty();
            assertEquals("null", redis.command("GET", "a"));
            redis.restartFrom(dump);
            assertEquals("1", redis.command("GET", "a"));
            assertEquals(port, redis.port());
        }
    }

    @Test
    void suspended_isClosedAllTheSame() {
        long pid;
        try (var redis = RedisProcess.start()) {
            pid = redis.pid();
            redis.suspend();
        }
        assertTrue(ProcessHandle.of(pid).isEmpty());
    }

    @Test
    void cluster_knowsAllNodes() {
        try (var cluster = RedisProcess.cluster()) {
            assertEquals(3, cluster.nodes().size());
        }
    }

    @Test
    void sentinel_knowsMasterAndReplica() {
        try (var master = RedisProcess.start();
                var replica = RedisProcess.replicaOf(master);
                var sentinel = RedisProcess.sentinelOf("main", master)) {
            assertTrue(replica.info("replication").contains("role:slave"));
            sentinel.await(() -> sentinel.info("sentinel").contains("slaves=1"), "aware of the replica");
        }
    }
}
