package org.mizan.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mizan.core.cache.redis.RedisAddress;
import org.mizan.core.cache.redis.RedisLimits;
import org.mizan.core.cache.redis.RedisStore;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.embedded.RedisServer;

/** One Redis, or a cluster of three masters, that say which commands they got. */
final class RedisNodes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<RedisServer> servers = new ArrayList<>();
    private final List<Jedis> clients = new ArrayList<>();
    private final boolean cluster;

    private RedisNodes(boolean cluster) {
        this.cluster = cluster;
    }

    static RedisNodes one() throws IOException, InterruptedException {
        return start(1);
    }

    static RedisNodes threeMasters() throws IOException, InterruptedException {
        return start(3);
    }

    private static RedisNodes start(int number) throws IOException, InterruptedException {
        var nodes = new RedisNodes(number > 1);
        try {
            for (int i = 0; i < number; i++) {
                nodes.add();
            }
            if (nodes.cluster) {
                nodes.join();
            }
            return nodes;
        } catch (IOException | InterruptedException | RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    private void add() throws IOException {
        int port = freePort();
        var directory = Files.createDirectories(Path.of(System.getProperty("mizan.bench.target", "target"))
                .toAbsolutePath()
                .resolve("scale-redis")
                .resolve(port + "-" + System.nanoTime()));
        var builder = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("dir " + directory)
                .setting("save \"\"");
        var server = cluster ? builder.setting("cluster-enabled yes").build() : builder.build();
        server.start();
        servers.add(server);
        clients.add(new Jedis("127.0.0.1", port, (int) TimeUnit.SECONDS.toMillis(10)));
    }

    /** A cluster's bus is 10000 above; below the range that the system gives to outgoing connections. */
    private static int freePort() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 22_000);
            if (isFree(port) && isFree(port + 10_000)) {
                return port;
            }
        }
        throw new IOException("no free port");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void join() throws IOException, InterruptedException {
        for (int i = 0; i < clients.size(); i++) {
            int from = Protocol.CLUSTER_HASHSLOTS * i / clients.size();
            int to = Protocol.CLUSTER_HASHSLOTS * (i + 1) / clients.size();
            clients.get(i).clusterAddSlots(IntStream.range(from, to).toArray());
            clients.get(i).sendCommand(Protocol.Command.CLUSTER, "SET-CONFIG-EPOCH", Integer.toString(i + 1));
            clients.get(i).clusterMeet("127.0.0.1", servers.get(0).ports().get(0));
        }
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!clients.stream().allMatch(RedisNodes::isWhole)) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("the nodes did not become a cluster");
            }
            Thread.sleep(50);
        }
    }

    private static boolean isWhole(Jedis client) {
        var info = client.clusterInfo();
        return info.contains("cluster_state:ok") && info.contains("cluster_size:3");
    }

    RedisStore store() {
        var limits = new RedisLimits(PATIENCE, PATIENCE, 16);
        var scheme = cluster ? "redis-cluster" : "redis";
        var hosts = servers.stream()
                .map(server -> "127.0.0.1:" + server.ports().get(0))
                .toList();
        return new RedisStore(
                RedisAddress.parse(scheme + "://" + String.join(",", hosts)), limits, Duration.ofHours(48));
    }

    /**
     * What nodes were asked by some work.
     *
     * @param commands how often each command was sent
     * @param nodes how many nodes got any
     */
    record Seen(Map<String, Long> commands, int nodes) {
        long total() {
            return commands.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    void empty() {
        clients.forEach(Jedis::flushAll);
    }

    /** Runs something and says what the nodes were asked by it. */
    Seen during(Runnable work) {
        clients.forEach(client -> client.configResetStat());
        work.run();
        var commands = new TreeMap<String, Long>();
        int nodes = 0;
        for (var client : clients) {
            var own = calls(client);
            own.forEach((name, calls) -> commands.merge(name, calls, Long::sum));
            nodes += own.isEmpty() ? 0 : 1;
        }
        return new Seen(commands, nodes);
    }

    /** Lines such as {@code cmdstat_hgetall:calls=3,usec=…}. */
    private static Map<String, Long> calls(Jedis client) {
        var calls = new TreeMap<String, Long>();
        for (var line : client.info("commandstats").split("\r\n")) {
            int colon = line.indexOf(":calls=");
            if (line.startsWith("cmdstat_") && colon > 0 && !line.startsWith("cmdstat_config")) {
                var number = line.substring(colon + ":calls=".length(), line.indexOf(',', colon));
                calls.put(line.substring("cmdstat_".length(), colon), Long.parseLong(number));
            }
        }
        return calls;
    }

    @Override
    public void close() {
        clients.forEach(Jedis::close);
        for (var server : servers) {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
