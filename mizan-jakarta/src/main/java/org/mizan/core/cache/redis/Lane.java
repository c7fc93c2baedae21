package org.mizan.core.cache.redis;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection that a call has borrowed, and the commands that it sends there: all of them at once, then all replies
 * are read. Confined to the thread of the call. Failures are kept, not thrown, since other lanes must still be read.
 *
 * <p>Closing gives the connection back to its pool, and does so only when every reply to what was sent has been read.
 * That is the one rule that keeps a late reply from being taken for that of the next command, and it is kept by
 * default: a lane is unclean from the first byte that it sends until the last reply, whatever is thrown in between.
 */
final class Lane implements AutoCloseable {
    private static final byte[] SERVER = Command.text("server");
    private static final byte[] REPLICATION = Command.text("replication");
    /** Replies of a node that were there in time are still read when another lane has used up the time. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Errors after which the server may not be what it was when its identity was read: the connection is dropped. */
    private static final List<String> CHANGED =
            List.of("READONLY", "MOVED", "MASTERDOWN", "CLUSTERDOWN", "LOADING", "NOAUTH");

    private final Connection connection;
    private final Peer peer;
    private final boolean reused;
    private final List<Command> commands;
    private final int timeoutMillis;
    private boolean identifying;
    private boolean clean = true;
    private long end;
    private @Nullable JedisException failure;

    /** What is known of the server at the other end of a connection, as long as that lives. */
    static final class Peer {
        private @Nullable String node;
    }

    Lane(Connection connection, Peer peer, boolean reused, List<Command> commands, int timeoutMillis) {
        this.connection = connection;
        this.peer = peer;
        this.reused = reused;
        this.commands = commands;
        this.timeoutMillis = timeoutMillis;
    }

    /** Sends the commands; with those that ask who the server is in front, when that is wanted and not yet known. */
    void send(boolean identified, Watchdog watchdog) {
        clean = false;
        identifying = identified && peer.node == null;
        try {
            long size = 0;
            for (var command : commands) {
                size += command.size();
            }
            if (size > Watchdog.HARMLESS) {
                watchdog.guard(connection, timeoutMillis, this::write);
            } else {
                write();
            }
        } catch (JedisException e) {
            failure = e;
        }
    }

    private void write() {
        if (identifying) {
            connection.sendCommand(Protocol.Command.INFO, SERVER);
            connection.sendCommand(Protocol.Command.INFO, REPLICATION);
        }
        for (var command : commands) {
            command.send(connection);
        }
        // Jedis shows its flush to subclasses only; this is a flush that reads no reply.
        connection.getMany(0);
    }

    /**
     * Reads the replies, if sending went well.
     *
     * @param until by {@link System#nanoTime()}
     * @param shorten whether time has passed, so that the socket's time-out is too long
     */
    void receive(long until, boolean shorten) {
        if (failure != null) {
            return;
        }
        try {
            long now = System.nanoTime();
            end = Math.max(until, now + LEAST_NANOS);
            if (shorten) {
                connection.setSoTimeout((int) Math.min(timeoutMillis, TimeUnit.NANOSECONDS.toMillis(end - now) + 1));
            }
            readAll();
            if (shorten) {
                connection.setSoTimeout(timeoutMillis);
            }
        } catch (JedisException e) {
            clean = false;
            failure = e;
        }
    }

    private void readAll() {
        boolean replica = false;
        if (identifying) {
            var server = field(next(), "run_id:");
            var replication = next();
            var history = field(replication, "master_replid:");
            replica = "slave".equals(field(replication, "role:"));
            peer.node = server == null || history == null ? null : server + ":" + history;
        }
        var node = peer.node == null ? "" : peer.node;
        for (var command : commands) {
            command.answered(next(), node);
        }
        // A replica of a cluster has said MOVED to the commands, which says more.
        if (failure == null && replica) {
            failure = new JedisDataException("READONLY It is a replica.");
        } else if (failure == null && identifying && peer.node == null) {
            failure = new JedisDataException("INFO tells neither run_id nor master_replid.");
        }
        clean = failure == null || !changed(failure);
    }

    /** The next reply, be it an error; the first error is kept. */
    private @Nullable Object next() {
        if (System.nanoTime() - end > 0) {
            throw new JedisConnectionException(new SocketTimeoutException("Read timed out"));
        }
        try {
            return connection.getUnflushedObject();
        } catch (JedisDataException e) {
            failure = failure == null ? e : failure;
            return e;
        }
    }

    private static @Nullable String field(@Nullable Object info, String name) {
        if (info instanceof byte[] bytes) {
            for (var line : new String(bytes, StandardCharsets.UTF_8).split("\r\n")) {
                if (line.startsWith(name)) {
                    return line.substring(name.length());
                }
            }
        }
        return null;
    }

    private static boolean changed(JedisException refusal) {
        var message = String.valueOf(refusal.getMessage());
        return CHANGED.stream().anyMatch(message::startsWith);
    }

    /** Why it failed, or null. */
    @Nullable
    JedisException failure() {
        return failure;
    }

    /**
     * Whether it failed because the server had closed the connection before, as after a restart; not when it was slow.
     */
    boolean wasStale() {
        return reused
                && failure instanceof JedisConnectionException
                && !(failure.getCause() instanceof SocketTimeoutException);
    }

    @Override
    public void close() {
        try {
            if (!clean) {
                // Before it goes back, since the pool's own way of closing flushes, and to a deaf server for ever.
                connection.forceDisconnect();
            }
            connection.close();
        } catch (IOException | JedisException e) {
            // The pool was closed meanwhile: the connection is closed with it.
        }
    }
}
