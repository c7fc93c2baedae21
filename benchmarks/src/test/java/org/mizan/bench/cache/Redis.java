package org.mizan.bench.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.mizan.core.cache.redis.RedisAddress;
import org.mizan.core.cache.redis.RedisLimits;
import org.mizan.core.cache.redis.RedisStore;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A real Redis on a loopback port, without persistence. */
record Redis(RedisServer server, int port) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 16;

    static Redis start() throws IOException {
        int port = freePort();
        var server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return new Redis(server, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    RedisStore store() {
        var limits = new RedisLimits(PATIENCE, PATIENCE, CONNECTIONS);
        return new RedisStore(RedisAddress.parse("redis://127.0.0.1:" + port), limits, Duration.ofHours(48));
    }

    /** Bare Jedis on a pool with the limits of the store's. */
    RedisClient client() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMinIdle(0);
        pool.setMaxWait(PATIENCE);
        pool.setTestWhileIdle(false);
        pool.setJmxEnabled(false);
        var config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .socketTimeoutMillis((int) Duration.ofSeconds(60).toMillis())
                .build();
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(config)
                .poolConfig(pool)
                .build();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
