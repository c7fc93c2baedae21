package org.mizan.core.cache.redis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Delay;

/** One server that holds everything: always the same, or the master that sentinels name. Thread-safe. */
final class OneNode extends Nodes {
    private final Attempts<ConnectionProvider> provider;

    private OneNode(RedisLimits limits, Attempts<ConnectionProvider> provider) {
        super(limits);
        this.provider = provider;
    }

    static OneNode server(RedisLimits limits, HostAndPort host, JedisClientConfig config) {
        // Created now: this pool connects when it is asked for a connection, so no call must fail meanwhile.
        var pool = new PooledConnectionProvider(host, config, pools(limits));
        var provider = new Attempts<ConnectionProvider>(() -> pool);
        provider.get();
        return new OneNode(limits, provider);
    }

    static OneNode sentinels(
            RedisLimits limits,
            String master,
            JedisClientConfig config,
            Set<HostAndPort> sentinels,
            JedisClientConfig sentinelConfig) {
        return new OneNode(
                limits, new Attempts<>(() -> new Sentinels(master, config, pools(limits), sentinels, sentinelConfig)));
    }

    /**
     * Jedis' provider, which has a thread for each sentinel, with a close that ends these threads.
     *
     * <p>As of Jedis 8.0.2 {@code shutdown()} of a listener is lost when that is about to connect: it then connects and
     * waits for messages for ever. Repeating it until the thread has ended closes the new connection too.
     */
    private static final class Sentinels extends SentineledConnectionProvider {
        private static final Delay RETRY = Delay.constant(Duration.ofMillis(500));
        private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

        Sentinels(
                String master,
                JedisClientConfig config,
                GenericObjectPoolConfig<Connection> pools,
                Set<HostAndPort> sentinels,
                JedisClientConfig sentinelConfig) {
            super(master, config, pools, sentinels, sentinelConfig, RETRY);
        }

        @Override
        public void close() {
            super.close();
            long end = System.nanoTime() + PATIENCE_NANOS;
            try {
                for (var listener : sentinelListeners) {
                    listener.join(20);
                    while (listener.isAlive() && System.nanoTime() - end < 0) {
                        listener.shutdown();
                        listener.join(20);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    List<Lane> lanes(List<Command> commands) {
        return List.of(lane(provider.get().getConnection(), commands));
    }

    @Override
    boolean recover(JedisException failure, boolean stale) {
        if (stale) {
            dropUnused(provider.created());
        }
        return stale;
    }

    @Override
    public void close() {
        provider.close();
    }
}
