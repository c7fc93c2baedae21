package org.mizan.core.cache.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.CacheStore;
import redis.clients.jedis.Protocol;

/**
 * A store in Redis (6.2 or newer, or what speaks its protocol), shared by all processes that are given the same
 * address. Thread-safe.
 *
 * <p>An entry is a string; a record is a hash with its stamp in the field {@code s} and the end of each lease in
 * {@code m:<lease>}. There are no scripts and no transactions: each command is atomic by itself, and may be repeated,
 * but for that which gives a record its stamp.
 * The user of the address needs {@code GET, SET, HGETALL, HSETNX, HGET, HSET, HDEL, EXPIRE} and {@code INFO}; in a
 * cluster {@code CLUSTER SLOTS} too.
 *
 * <p>The store connects at its first use, never when it is created, and by itself again after a restart or a failover.
 * A call waits for a connection and for the replies within the limits, and every failure is a
 * {@link org.mizan.spi.StoreException} that names the address but no password. After a time-out Redis may still carry
 * the commands out.
 *
 * <p>A node is told by its {@code run_id} and its {@code master_replid}, both read when a connection is first used and
 * forgotten with it. Either alone is not enough: a master that was demoted and promoted again has kept its run id, but
 * meanwhile others held the records; and a restarted one without replicas may have loaded old records.
 */
public final class RedisStore implements CacheStore {
    private static final byte[] STAMP = Command.text("s");
    private static final String LEASE = "m:";
    private static final byte[] PX = Command.text("PX");

    private final Exchange exchange;
    private final byte[] lifeOfRecords;

    /**
     * Creates a store that trusts, with TLS, what the JDK trusts ({@code javax.net.ssl.trustStore}).
     *
     * @param lifeOfRecords how long Redis keeps a record after its last stamp or lease, in whole seconds; longer than
     *     any entry lives
     */
    public RedisStore(RedisAddress address, RedisLimits limits, Duration lifeOfRecords) {
        this(address, limits, lifeOfRecords, null);
    }

    /**
     * Creates a store with trust and key material of its own.
     *
     * @param tls used if the address asks for TLS; null for the default
     */
    public RedisStore(RedisAddress address, RedisLimits limits, Duration lifeOfRecords, @Nullable SSLContext tls) {
        this.exchange = new Exchange(address, Nodes.of(address, limits, tls), limits);
        this.lifeOfRecords = number(Math.max(1, lifeOfRecords.toSeconds()));
    }

    @Override
    public Snapshot read(String entry, List<String> records) {
        var commands = new ArrayList<Command>(records.size() + 1);
        var get = new Command(Protocol.Command.GET, Command.text(entry));
        commands.add(get);
        for (var name : records) {
            commands.add(new Command(Protocol.Command.HGETALL, Command.text(name)));
        }
        exchange.call(commands, !records.isEmpty());
        var found = new HashMap<String, Record>();
        for (int i = 0; i < records.size(); i++) {
            var hash = commands.get(i + 1);
            if (!hash.list().isEmpty()) {
                found.put(records.get(i), record(hash));
            }
        }
        return new Snapshot(get.bytes(), found);
    }

    private static Record record(Command hash) {
        var fields = hash.list();
        var leases = new HashMap<String, Long>();
        String stamp = null;
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            var name = text(fields.get(i));
            if (name.equals("s")) {
                stamp = text(fields.get(i + 1));
            } else if (name.startsWith(LEASE)) {
                leases.put(name.substring(LEASE.length()), end(text(fields.get(i + 1))));
            }
        }
        return new Record(stamp, leases, hash.node());
    }

    /** One that is no number was not written by this library; it counts as ended, so readers bury it. */
    private static long end(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * {@inheritDoc} A record that is outdated in this very moment is absent from the answer.
     *
     * <p>Never sent twice: the first may have been carried out although its answer was lost, somebody may have filled
     * under that stamp, and a mutation have taken it away. The second would bring it back, and with it what is stale.
     */
    @Override
    public Map<String, Held> stamp(Map<String, String> stamps) {
        var commands = new ArrayList<Command>(3 * stamps.size());
        var answers = new HashMap<String, Command>();
        stamps.forEach((name, fresh) -> {
            var key = Command.text(name);
            var get = new Command(Protocol.Command.HGET, key, STAMP);
            answers.put(name, get);
            commands.add(new Command(Protocol.Command.HSETNX, key, STAMP, Command.text(fresh)));
            commands.add(get);
            commands.add(expire(key));
        });
        if (!commands.isEmpty()) {
            exchange.callOnce(commands);
        }
        var held = new HashMap<String, Held>();
        answers.forEach((name, answer) -> {
            var stamp = answer.bytes();
            if (stamp != null) {
                held.put(name, new Held(text(stamp), answer.node()));
            }
        });
        return held;
    }

    @Override
    public void fill(String entry, byte[] sealed, Duration life) {
        var millis = number(Math.max(1, life.toMillis()));
        call(List.of(new Command(Protocol.Command.SET, Command.text(entry), sealed, PX, millis)));
    }

    @Override
    public void lease(List<String> records, String lease, long end) {
        var commands = new ArrayList<Command>(2 * records.size());
        for (var name : records) {
            var key = Command.text(name);
            commands.add(new Command(Protocol.Command.HSET, key, Command.text(LEASE + lease), number(end)));
            commands.add(expire(key));
        }
        call(commands);
    }

    @Override
    public void outdate(Map<String, List<String>> leases) {
        var commands = new ArrayList<Command>(leases.size());
        leases.forEach((record, ended) -> commands.add(new Command(Protocol.Command.HDEL, withStamp(record, ended))));
        call(commands);
    }

    private static byte[][] withStamp(String record, List<String> leases) {
        var words = new byte[2 + leases.size()][];
        words[0] = Command.text(record);
        words[1] = STAMP;
        for (int i = 0; i < leases.size(); i++) {
            words[2 + i] = Command.text(LEASE + leases.get(i));
        }
        return words;
    }

    @Override
    public void release(List<String> records, String lease) {
        var field = Command.text(LEASE + lease);
        var commands = new ArrayList<Command>(records.size());
        for (var name : records) {
            commands.add(new Command(Protocol.Command.HDEL, Command.text(name), field));
        }
        call(commands);
    }

    private void call(List<Command> commands) {
        if (!commands.isEmpty()) {
            exchange.call(commands, false);
        }
    }

    private Command expire(byte[] key) {
        return new Command(Protocol.Command.EXPIRE, key, lifeOfRecords);
    }

    private static byte[] number(long value) {
        return Command.text(Long.toString(value));
    }

    private static String text(@Nullable Object bytes) {
        return bytes instanceof byte[] some ? new String(some, StandardCharsets.UTF_8) : "";
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** Closes all connections; calls that run meanwhile and later ones fail. */
    @Override
    public void close() {
        exchange.close();
    }
}
