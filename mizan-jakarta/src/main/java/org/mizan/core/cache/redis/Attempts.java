package org.mizan.core.cache.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;

/**
 * A provider of connections that asks the servers already when it is created: created at first use, and again a second
 * after that failed. One thread tries, the others fail at once meanwhile instead of queueing up. Thread-safe.
 */
final class Attempts<P extends ConnectionProvider> implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<P> creation;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile @Nullable P created;
    // Guarded by the lock.
    private @Nullable RuntimeException lastFailure;
    private long lastFailed;
    private boolean closed;

    Attempts(Supplier<P> creation) {
        this.creation = creation;
    }

    /**
     * The provider.
     *
     * @throws JedisException when there is none now
     */
    P get() {
        var there = created;
        return there == null ? attempt() : there;
    }

    private P attempt() {
        if (!trying.tryLock()) {
            throw new JedisConnectionException("Another thread is asking the servers.");
        }
        try {
            var there = created;
            if (there != null) {
                return there;
            }
            if (closed) {
                throw new JedisException("The store is closed.");
            }
            if (lastFailure != null && System.nanoTime() - lastFailed < PAUSE_NANOS) {
                throw new JedisConnectionException("It failed a moment ago: " + lastFailure.getMessage(), lastFailure);
            }
            return create();
        } finally {
            trying.unlock();
        }
    }

    private P create() {
        try {
            var fresh = creation.get();
            created = fresh;
            lastFailure = null;
            return fresh;
        } catch (RuntimeException e) {
            lastFailure = e;
            lastFailed = System.nanoTime();
            throw e;
        }
    }

    /** The provider, if there is one already. */
    @Nullable
    P created() {
        return created;
    }

    /** Waits for an attempt that is under way. */
    @Override
    public void close() {
        trying.lock();
        try {
            closed = true;
            var there = created;
            created = null;
            if (there != null) {
                there.close();
            }
        } catch (Exception e) {
            throw new JedisException("Could not close the connections.", e);
        } finally {
            trying.unlock();
        }
    }
}
