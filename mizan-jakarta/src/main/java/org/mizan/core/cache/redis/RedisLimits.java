package org.mizan.core.cache.redis;

import java.time.Duration;

/**
 * How long a store waits for Redis and how many connections it keeps. Immutable.
 *
 * @param connectTimeout the longest time for a TCP connection, in whole milliseconds
 * @param commandTimeout the longest time for the answers of one call, and for a connection of the pool to become free
 * @param maxConnections for each node
 */
public record RedisLimits(Duration connectTimeout, Duration commandTimeout, int maxConnections) {
    /** 200 ms, 100 ms and 16 connections. */
    public static final RedisLimits DEFAULT = new RedisLimits(Duration.ofMillis(200), Duration.ofMillis(100), 16);

    /**
     * Checks them: a time-out of 0 would mean none to the socket.
     *
     * @throws IllegalArgumentException when one is less than a millisecond, more than an hour, or less than a connection
     */
    public RedisLimits {
        check("connect time-out", connectTimeout);
        check("command time-out", commandTimeout);
        if (maxConnections < 1) {
            throw new IllegalArgumentException("at least 1 connection, not " + maxConnections);
        }
    }

    private static void check(String name, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a " + name + " between 1 ms and 1 h, not " + value);
        }
    }

    int connectMillis() {
        return (int) connectTimeout.toMillis();
    }

    int commandMillis() {
        return (int) commandTimeout.toMillis();
    }
}
