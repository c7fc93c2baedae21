package org.mizan.core.cache.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * The masters of a cluster, each with its slots. Thread-safe.
 *
 * <p>The map of the slots is read again when a node says that a slot is elsewhere, and, at most once a second, when a
 * node cannot be reached: its replica may have taken over. No thread does it in the background.
 */
final class ClusterNodes extends Nodes {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Attempts<ClusterConnectionProvider> provider;
    private final AtomicLong renewed = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    ClusterNodes(RedisLimits limits, Set<HostAndPort> seeds, JedisClientConfig config) {
        super(limits);
        this.provider = new Attempts<>(() -> new ClusterConnectionProvider(seeds, config, pools(limits)));
    }

    @Override
    List<Lane> lanes(List<Command> commands) {
        var cluster = provider.get();
        var byNode = new LinkedHashMap<HostAndPort, List<Command>>();
        for (var command : commands) {
            var node = cluster.getNode(JedisClusterCRC16.getSlot(command.key()));
            if (node == null) {
                throw new JedisClusterOperationException("No node serves a slot.");
            }
            byNode.computeIfAbsent(node, any -> new ArrayList<>()).add(command);
        }
        var lanes = new ArrayList<Lane>(byNode.size());
        try {
            for (var share : byNode.values()) {
                int slot = JedisClusterCRC16.getSlot(share.get(0).key());
                lanes.add(lane(cluster.getConnectionFromSlot(slot), share));
            }
            return lanes;
        } catch (JedisException e) {
            lanes.forEach(Lane::close);
            throw e;
        }
    }

    @Override
    boolean recover(JedisException failure, boolean stale) {
        var cluster = provider.created();
        if (cluster == null) {
            return false;
        }
        if (stale) {
            dropUnused(cluster);
            return true;
        }
        if (failure instanceof JedisRedirectionException) {
            cluster.renewSlotCache();
            return true;
        }
        boolean lost = failure instanceof JedisConnectionException
                || failure instanceof JedisClusterException
                || failure instanceof JedisClusterOperationException;
        long last = renewed.get();
        long now = System.nanoTime();
        if (lost && now - last > PAUSE_NANOS && renewed.compareAndSet(last, now)) {
            cluster.renewSlotCache();
        }
        return false;
    }

    @Override
    public void close() {
        provider.close();
    }
}
