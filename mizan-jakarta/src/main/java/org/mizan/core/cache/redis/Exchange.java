package org.mizan.core.cache.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.StoreException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Sends the commands of a call to their nodes, all before the first reply is read: one round trip, in parallel without
 * threads. Thread-safe.
 *
 * <p>When a connection turns out to have been closed by the server, or a slot to be elsewhere, commands that may be
 * repeated are sent once more. After a time-out they are not: the caller has waited long enough.
 */
final class Exchange implements AutoCloseable {
    private final RedisAddress address;
    private final Nodes nodes;
    private final long timeoutNanos;
    private final Watchdog watchdog = new Watchdog();

    private record Failure(JedisException cause, boolean stale) {}

    Exchange(RedisAddress address, Nodes nodes, RedisLimits limits) {
        this.address = address;
        this.nodes = nodes;
        this.timeoutNanos = limits.commandTimeout().toNanos();
    }

    /**
     * Sends commands that may be repeated, and waits for the replies to all of them.
     *
     * @param identified whether the replies must come with the identity of their node
     * @throws StoreException when one has failed
     */
    void call(List<Command> commands, boolean identified) {
        var failure = attempt(commands, identified);
        if (failure != null && nodes.recover(failure.cause(), failure.stale())) {
            failure = attempt(commands, identified);
        }
        check(failure);
    }

    /**
     * Sends commands that must not be carried out twice, and waits for the replies to all of them, with the identity of
     * their nodes.
     *
     * @throws StoreException when one has failed; some or all of them may have been carried out
     */
    void callOnce(List<Command> commands) {
        var failure = attempt(commands, true);
        if (failure != null) {
            nodes.recover(failure.cause(), failure.stale());
        }
        check(failure);
    }

    private void check(@Nullable Failure failure) {
        if (failure != null) {
            throw new StoreException(address + ": " + failure.cause().getMessage(), failure.cause());
        }
    }

    private @Nullable Failure attempt(List<Command> commands, boolean identified) {
        List<Lane> lanes;
        try {
            lanes = nodes.lanes(commands);
        } catch (JedisException e) {
            return new Failure(e, false);
        }
        try {
            for (var lane : lanes) {
                lane.send(identified, watchdog);
            }
            long end = System.nanoTime() + timeoutNanos;
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get(i).receive(end, i > 0);
            }
        } finally {
            lanes.forEach(Lane::close);
        }
        return failure(lanes);
    }

    private static @Nullable Failure failure(List<Lane> lanes) {
        for (var lane : lanes) {
            var cause = lane.failure();
            if (cause != null) {
                return new Failure(cause, lane.wasStale());
            }
        }
        return null;
    }

    @Override
    public void close() {
        nodes.close();
        watchdog.close();
    }
}
