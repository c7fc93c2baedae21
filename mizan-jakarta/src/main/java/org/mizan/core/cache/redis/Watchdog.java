package org.mizan.core.cache.redis;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Ends writes that a deaf server holds up. Thread-safe; has a thread only while there are large writes, and for some
 * seconds after.
 *
 * <p>A socket's time-out is for reading. A write blocks for ever once the buffers of both sides are full, and only
 * closing the socket from another thread ends it. A small write never gets there: it starts with empty buffers, since
 * every earlier command on the connection has been answered.
 */
final class Watchdog implements AutoCloseable {
    /** Bytes that surely fit into the buffers of the system. */
    static final long HARMLESS = 4_096;

    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "mizan-redis-watchdog");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Writes, and closes the connection when that takes too long.
     *
     * @throws JedisException when it failed or took too long
     */
    void guard(Connection connection, int millis, Runnable write) {
        var tooLong = new AtomicBoolean();
        /*
         * Again and again until the write has ended: a connection that is closed between two commands connects anew by
         * itself, and would then be without a guard.
         */
        var closing = schedule(millis, () -> {
            tooLong.set(true);
            close(connection);
        });
        try {
            write.run();
        } catch (JedisException e) {
            throw tooLong.get() ? tooLong(e) : e;
        } finally {
            closing.cancel(false);
        }
        if (tooLong.get()) {
            throw tooLong(null);
        }
    }

    private Future<?> schedule(int millis, Runnable task) {
        try {
            return timer.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new JedisException("The store is closed.", e);
        }
    }

    private static JedisConnectionException tooLong(@Nullable Throwable cause) {
        var timeout = new SocketTimeoutException("Write timed out");
        timeout.initCause(cause);
        return new JedisConnectionException(timeout);
    }

    private static void close(Connection connection) {
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            // It is closed: what failed is the farewell.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
