package org.mizan.core.cache.redis;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.util.Pool;

/** The servers of an address, and the pools of connections to them. Thread-safe. */
abstract class Nodes implements AutoCloseable {
    private final int timeoutMillis;
    /** By connection; weak, since Jedis creates and destroys connections where nobody can see it. */
    private final Map<Connection, Lane.Peer> peers = Collections.synchronizedMap(new WeakHashMap<>());

    Nodes(RedisLimits limits) {
        this.timeoutMillis = limits.commandMillis();
    }

    /** Nodes that are not connected to yet. */
    static Nodes of(RedisAddress address, RedisLimits limits, @Nullable SSLContext tls) {
        var config = config(address, limits, tls, address.login())
                .database(address.database())
                .build();
        return switch (address.kind()) {
            case SERVER -> OneNode.server(limits, hosts(address).iterator().next(), config);
            case SENTINEL ->
                OneNode.sentinels(
                        limits,
                        address.master(),
                        config,
                        hosts(address),
                        config(address, limits, tls, address.sentinelLogin()).build());
            case CLUSTER -> new ClusterNodes(limits, hosts(address), config);
        };
    }

    private static Set<HostAndPort> hosts(RedisAddress address) {
        var hosts = new HashSet<HostAndPort>();
        for (var host : address.hosts()) {
            hosts.add(new HostAndPort(host.name(), host.port()));
        }
        return hosts;
    }

    /**
     * RESP 2, since nothing here gains from RESP 3, and without HELLO and CLIENT SETINFO, which Jedis would send: so a
     * new connection without a password costs no round trip, and Redis 6.2 does not count errors.
     *
     * <p>As of Jedis 8.0.2 what replaces the deprecated methods makes a new SSL context for every connection, which
     * reads the trust store anew and leaves out the default context's keys. So the deprecated ones it is.
     */
    @SuppressWarnings("deprecation")
    private static DefaultJedisClientConfig.Builder config(
            RedisAddress address, RedisLimits limits, @Nullable SSLContext tls, RedisAddress.Login login) {
        var config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .connectionTimeoutMillis(limits.connectMillis())
                .socketTimeoutMillis(limits.commandMillis())
                .ssl(address.tls());
        if (login.user() != null) {
            config.user(login.user());
        }
        if (login.password() != null) {
            config.password(login.password());
        }
        if (tls != null) {
            config.sslSocketFactory(tls.getSocketFactory());
        }
        return config;
    }

    /** Unused connections are closed after a minute, before anything between here and there forgets them. */
    static ConnectionPoolConfig pools(RedisLimits limits) {
        var pools = new ConnectionPoolConfig();
        pools.setMaxTotal(limits.maxConnections());
        pools.setMaxIdle(limits.maxConnections());
        pools.setMinIdle(0);
        pools.setMaxWait(limits.commandTimeout());
        pools.setTestWhileIdle(false);
        // The platform's MBean server would keep the class loader of an application that is gone.
        pools.setJmxEnabled(false);
        return pools;
    }

    /**
     * Borrows connections for the commands, one for each node.
     *
     * @throws JedisException when one is not to be had in time
     */
    abstract List<Lane> lanes(List<Command> commands);

    /**
     * Does what may help the next call after one has failed.
     *
     * @param stale whether a connection failed that had been used before
     * @return whether to send the commands again, which all may be repeated
     */
    abstract boolean recover(JedisException failure, boolean stale);

    final Lane lane(Connection connection, List<Command> commands) {
        var known = peers.get(connection);
        var peer = known == null ? new Lane.Peer() : known;
        if (known == null) {
            peers.put(connection, peer);
        }
        return new Lane(connection, peer, known != null, commands, timeoutMillis);
    }

    /** When one unused connection turns out to be closed by the server, the others most likely are too. */
    static void dropUnused(@Nullable ConnectionProvider provider) {
        if (provider != null) {
            for (var pool : provider.getConnectionMap().values()) {
                if (pool instanceof Pool<?> unused) {
                    unused.clear();
                }
            }
        }
    }

    @Override
    public abstract void close();
}
