package org.mizan.core.cache.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.SafeEncoder;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis of a test: one process on a loopback port of its own, with a temporary directory, that can be killed,
 * suspended and started again. Not thread-safe. {@link #close()} ends it whatever state it is in.
 *
 * <p>The executable is the one that embedded-redis carries (6.2). The process is ours, since that library can neither
 * suspend one nor start it again on the same port.
 */
public final class RedisProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DUMP = "dump.rdb";

    private final Path directory;
    private final List<String> lines;
    private final boolean sentinel;
    private final int port;
    private Process process;

    /** Extracts the executable once for all tests of the JVM. */
    private static final class Executable {
        private static final Path PATH = extract();

        private static Path extract() {
            try {
                var folder = Files.createTempDirectory("mizan-redis-bin").toFile();
                folder.deleteOnExit();
                var file = ExecutableProvider.newJarResourceProvider(folder).get();
                file.deleteOnExit();
                return file.toPath().toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private RedisProcess(List<String> lines, boolean sentinel) {
        try {
            this.directory = Files.createTempDirectory("mizan-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.lines = List.copyOf(lines);
        this.sentinel = sentinel;
        this.port = freePort();
        try {
            launch();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param lines further lines of its configuration file, as {@code "maxmemory 2mb"}
     */
    public static RedisProcess start(String... lines) {
        return new RedisProcess(List.of(lines), false);
    }

    /** Starts a replica and waits until it has the data of its master. */
    public static RedisProcess replicaOf(RedisProcess master, String... lines) {
        var all = new ArrayList<>(List.of(lines));
        all.add("replicaof 127.0.0.1 " + master.port);
        var replica = new RedisProcess(all, false);
        replica.await(() -> replica.info("replication").contains("master_link_status:up"), "synchronised");
        return replica;
    }

    /** Starts a sentinel that watches a master, calls it dead after half a second, and decides alone. */
    public static RedisProcess sentinelOf(String masterName, RedisProcess master, String... lines) {
        var all = new ArrayList<>(List.of(
                "sentinel monitor " + masterName + " 127.0.0.1 " + master.port + " 1",
                "sentinel down-after-milliseconds " + masterName + " 500",
                "sentinel failover-timeout " + masterName + " 3000"));
        all.addAll(List.of(lines));
        return new RedisProcess(all, true);
    }

    /** Starts a server where the default user is off and one other may do everything; the password without spaces. */
    public static RedisProcess withUser(String user, String password, String... lines) {
        var all = new ArrayList<>(List.of(lines));
        all.add("user default off");
        all.add("user " + user + " on ~* &* +@all \">"
                + password.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        return new RedisProcess(all, false);
    }

    /** Starts a server that holds so many bytes, the process itself included, and then does what the policy says. */
    public static RedisProcess withMemory(String bytes, String policy, String... lines) {
        var all = new ArrayList<>(List.of(lines));
        all.add("maxmemory " + bytes);
        all.add("maxmemory-policy " + policy);
        return new RedisProcess(all, false);
    }

    /** Starts a cluster of three masters without replicas and waits until each knows it whole. */
    public static Cluster cluster(String... lines) {
        var nodes = new ArrayList<RedisProcess>();
        try {
            var all = new ArrayList<>(
                    List.of("cluster-enabled yes", "cluster-config-file nodes.conf", "cluster-node-timeout 2000"));
            all.addAll(List.of(lines));
            for (int i = 0; i < 3; i++) {
                nodes.add(new RedisProcess(all, false));
            }
            join(nodes);
            return new Cluster(List.copyOf(nodes));
        } catch (RuntimeException e) {
            nodes.forEach(RedisProcess::close);
            throw e;
        }
    }

    private static void join(List<RedisProcess> nodes) {
        int slots = Protocol.CLUSTER_HASHSLOTS;
        for (int i = 0; i < nodes.size(); i++) {
            var words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            IntStream.range(slots * i / nodes.size(), slots * (i + 1) / nodes.size())
                    .forEach(slot -> words.add("" + slot));
            nodes.get(i).command(words.toArray(String[]::new));
            nodes.get(i).command("CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
        }
        nodes.forEach(node -> node.command("CLUSTER", "MEET", "127.0.0.1", "" + nodes.get(0).port));
        for (var node : nodes) {
            node.await(
                    () -> {
                        var info = node.command("CLUSTER", "INFO");
                        return info.contains("cluster_state:ok") && info.contains("cluster_size:" + nodes.size());
                    },
                    "part of the cluster");
        }
    }

    /**
     * Three masters; node {@code i} starts with the {@code i}-th third of the slots.
     *
     * @param nodes all of them
     */
    public record Cluster(List<RedisProcess> nodes) implements AutoCloseable {
        /** The address for a store: {@code redis-cluster://…}. */
        public String url() {
            return "redis-cluster://"
                    + String.join(
                            ",",
                            nodes.stream().map(node -> "127.0.0.1:" + node.port).toList());
        }

        @Override
        public void close() {
            nodes.forEach(RedisProcess::close);
        }
    }

    /** The loopback port; it stays when the server is started again. */
    public int port() {
        return port;
    }

    /** The address for a store: {@code redis://127.0.0.1:port}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The directory of its files. */
    public Path directory() {
        return directory;
    }

    /** Ends it as an administrator would; its data is lost. */
    public void stop() {
        process.destroy();
        ended();
    }

    /** Ends it at once, as a crash would (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Makes it deaf without ending it (SIGSTOP): its connections stay open and are still accepted by the kernel. */
    public void suspend() {
        signal("-STOP");
    }

    /** The opposite of {@link #suspend()}: it answers all that was sent meanwhile. */
    public void resume() {
        signal("-CONT");
    }

    /** Ends it, if it runs, and starts it without data on the same port. */
    public void restartEmpty() {
        kill();
        try {
            Files.deleteIfExists(directory.resolve(DUMP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launch();
    }

    /** What it holds now, for {@link #restartFrom}. */
    public byte[] dump() {
        command("SAVE");
        try {
            return Files.readAllBytes(directory.resolve(DUMP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, if it runs, and starts it with older data on the same port. */
    public void restartFrom(byte[] dump) {
        kill();
        try {
            Files.write(directory.resolve(DUMP), dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launch();
    }

    /**
     * Sends one command over a connection of its own, without authentication.
     *
     * @return the reply as text, lists as lines
     * @throws redis.clients.jedis.exceptions.JedisException when it fails or cannot be sent
     */
    public String command(String... words) {
        try (var jedis = new Jedis("127.0.0.1", port, (int) PATIENCE.toMillis())) {
            var command = Protocol.Command.valueOf(words[0]);
            return text(jedis.sendCommand(
                    command, List.of(words).subList(1, words.length).toArray(String[]::new)));
        }
    }

    /** Sends a subcommand of SENTINEL, as {@link #command}. */
    public String sentinel(String... words) {
        try (var jedis = new Jedis("127.0.0.1", port, (int) PATIENCE.toMillis())) {
            return text(jedis.sendCommand(Protocol.Command.SENTINEL, words));
        }
    }

    /** A section of what it says about itself. */
    public String info(String section) {
        return command("INFO", section);
    }

    /** Waits until something is so, and fails when it does not become so. */
    public void await(BooleanSupplier condition, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new IllegalStateException("Redis is not " + state + ":\n" + log());
            }
            sleep(20);
        }
    }

    /** A server that changes its role closes its connections, so what asks it may fail meanwhile. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (JedisConnectionException e) {
            return false;
        }
    }

    /** Ends the process and deletes its files. May be repeated. */
    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Only temporary files, or none: it was closed before.
        }
    }

    private static String text(Object reply) {
        if (reply instanceof byte[] bytes) {
            return SafeEncoder.encode(bytes);
        }
        if (reply instanceof List<?> list) {
            return String.join("\n", list.stream().map(RedisProcess::text).toList());
        }
        return String.valueOf(reply);
    }

    private void launch() {
        try {
            var config = new ArrayList<>(List.of(
                    "bind 127.0.0.1",
                    "port " + port,
                    "daemonize no",
                    "loglevel notice",
                    sentinel ? "protected-mode no" : "save \"\""));
            if (!sentinel) {
                config.addAll(List.of("repl-diskless-sync yes", "repl-diskless-sync-delay 0"));
            }
            config.addAll(lines);
            var file = directory.resolve("redis.conf");
            if (!sentinel || !Files.exists(file)) {
                Files.write(file, config);
            }
            var words = new ArrayList<>(List.of(Executable.PATH.toString(), file.toString()));
            if (sentinel) {
                words.add("--sentinel");
            }
            process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("log").toFile()))
                    .start();
            var started = process;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(this::answers, "started");
    }

    /** Whether it answers a PING, be it with an error (an unknown user), unless it is still loading its data. */
    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG") || answer.equals("-NOAU");
        } catch (IOException e) {
            return false;
        }
    }

    private void ended() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, "" + pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + signal + " gave " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String log() {
        try {
            var all = Files.readAllLines(directory.resolve("log"));
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** Below the range that the system gives to outgoing connections; a cluster's bus is 10000 above. */
    private static int freePort() {
        for (int i = 0; i < 1_000; i++) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 22_000);
            if (isFree(port) && isFree(port + 10_000)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
