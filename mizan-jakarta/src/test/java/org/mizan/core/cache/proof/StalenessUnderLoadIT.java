package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.cache.FailingStore;
import org.mizan.core.cache.FailingStore.Operation;
import org.mizan.core.cache.proof.TcpProxy.Direction;
import org.mizan.core.cache.redis.RedisProcess;
import redis.clients.jedis.exceptions.JedisException;

/**
 * After a mutation has been answered, no reader anywhere gets what was true before it: eight threads in two processes
 * that share one Redis, while that is well and while it is evicting, deaf, restarted, full or badly connected.
 *
 * <p>Two processes are run with {@code refuse}, or the lease of a mutation could be missing on purpose; what
 * {@code serve} claims in such a time, that the process of the mutation reads around, is run in one process.
 */
class StalenessUnderLoadIT {
    private static final Logger LOG = System.getLogger(StalenessUnderLoadIT.class.getName());
    /** A tenth or so shows a broken rule already: for trying the proofs themselves. */
    private static final double SCALE = Double.parseDouble(System.getProperty("mizan.proof.scale", "1"));

    private static final int PATIENT = 2_000;
    private static final int HASTY = 100;
    private static final int LEASE = 3_000;
    private static final long UNLIMITED = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private Path file;
    private VersionedRows rows;

    /** What happens to Redis meanwhile; ends when the load has. */
    private interface Trouble {
        void make(Load here) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("floors");
        Floors.create(file, Load.ROWS);
        rows = VersionedRows.start(Load.ROWS, Load.OWNERS, 2);
    }

    @AfterEach
    void stop() {
        rows.close();
    }

    private Load.Plan plan(String redis) {
        return new Load.Plan(redis, rows.port(), file, 4, UNLIMITED, 0, 40, 0, PATIENT, LEASE, true, 0);
    }

    private static int seconds(int all) {
        return (int) Math.ceil(all * SCALE);
    }

    private static Load.Plan during(int seconds, int mutations, Load.Plan plan) {
        return new Load.Plan(
                plan.redis(),
                plan.database(),
                plan.floors(),
                plan.threads(),
                UNLIMITED,
                seconds(seconds),
                mutations,
                plan.longest(),
                plan.timeout(),
                plan.lease(),
                plan.refuse(),
                plan.padding());
    }

    private static Load.Plan hasty(Load.Plan plan) {
        return with(plan, plan.redis(), plan.threads(), HASTY, plan.refuse(), plan.longest(), plan.padding());
    }

    private static Load.Plan via(TcpProxy proxy, Load.Plan plan) {
        var redis = "redis://127.0.0.1:" + proxy.port();
        return with(plan, redis, plan.threads(), plan.timeout(), plan.refuse(), plan.longest(), plan.padding());
    }

    private static Load.Plan serving(Load.Plan plan) {
        return with(plan, plan.redis(), 8, plan.timeout(), false, plan.longest(), plan.padding());
    }

    private static Load.Plan large(Load.Plan plan) {
        return with(plan, plan.redis(), plan.threads(), plan.timeout(), plan.refuse(), plan.longest(), 2_000);
    }

    private static Load.Plan withLongOnes(Load.Plan plan) {
        return with(plan, plan.redis(), plan.threads(), plan.timeout(), plan.refuse(), 1_500, plan.padding());
    }

    private static Load.Plan with(
            Load.Plan plan, String redis, int threads, int timeout, boolean refuse, int longest, int padding) {
        return new Load.Plan(
                redis,
                plan.database(),
                plan.floors(),
                threads,
                plan.operations(),
                plan.seconds(),
                plan.mutations(),
                longest,
                timeout,
                plan.lease(),
                refuse,
                padding);
    }

    /** Runs the load here, and in another process if there is a plan for one, and returns the sums of their counts. */
    private Map<String, Long> run(String name, Load.Plan here, Load.Plan there, Trouble trouble) throws Exception {
        return run(name, new Load(here), there, trouble);
    }

    private static Map<String, Long> run(String name, Load here, Load.Plan there, Trouble trouble) throws Exception {
        long begin = System.nanoTime();
        var counts = new TreeMap<String, Long>();
        try (var load = here;
                var other = there == null ? null : ChildJvm.start(Load.Other.class, there.words())) {
            if (other != null) {
                awaitReady(other);
            }
            var running = CompletableFuture.runAsync(() -> runAll(load));
            try {
                trouble.make(load);
            } finally {
                while (!running.isDone()) {
                    Thread.sleep(10);
                }
            }
            join(running);
            load.counts().forEach((what, count) -> counts.merge(what, count, Long::sum));
            if (other != null) {
                assertEquals(0, other.await(LONGEST), other::output);
                countsOf(other.output()).forEach((what, count) -> counts.merge(what, count, Long::sum));
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        LOG.log(Level.INFO, "{0}: {1} stale, {2} s, {3}", name, counts.getOrDefault("stale", 0L), seconds, counts);
        assertEquals(0, counts.getOrDefault("stale", 0L), "stale reads");
        assertEquals(0, counts.getOrDefault("mixed-up", 0L), "answers to another request");
        assertTrue(counts.get("hits") > 0 && mutations(counts) > 0, "something happened");
        return counts;
    }

    private static void runAll(Load load) {
        try {
            load.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(CompletableFuture<Void> running) throws InterruptedException {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void awaitReady(ChildJvm other) throws InterruptedException {
        while (!other.output().contains("READY")) {
            if (!other.process().isAlive()) {
                throw new IllegalStateException(other.output());
            }
            Thread.sleep(20);
        }
    }

    /** The last line: {@code COUNTS {hits=5, …}}. Stale reads of the other process are shown. */
    private static Map<String, Long> countsOf(String output) {
        var counts = new TreeMap<String, Long>();
        for (var line : output.split("\n")) {
            if (line.startsWith("STALE")) {
                System.out.println("other process: " + line);
            } else if (line.startsWith("COUNTS {")) {
                Arrays.stream(line.substring(8, line.length() - 1).split(", ")).forEach(count -> {
                    var parts = count.split("=");
                    counts.put(parts[0], Long.valueOf(parts[1]));
                });
            }
        }
        assertTrue(counts.containsKey("hits"), output);
        return counts;
    }

    private static long mutations(Map<String, Long> counts) {
        return counts.getOrDefault("mutations-exact", 0L)
                + counts.getOrDefault("mutations-partial", 0L)
                + counts.getOrDefault("mutations-broad", 0L);
    }

    private static boolean runs(Load load, long end) {
        return System.nanoTime() - end < 0 && !load.over();
    }

    private static long end(int seconds) {
        return System.nanoTime() + Duration.ofSeconds(seconds(seconds)).toNanos();
    }

    /** Waits until more has happened, be it slow. */
    private static void awaitMore(Load load, String what, int more) throws InterruptedException {
        long least = load.count(what) + more;
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (load.count(what) < least && !load.over()) {
            assertTrue(System.nanoTime() - end < 0, "no more " + what);
            Thread.sleep(5);
        }
    }

    @Test
    void aMillionOperations() throws Exception {
        try (var redis = RedisProcess.start()) {
            var all = plan(redis.url());
            var plan = new Load.Plan(
                    all.redis(),
                    all.database(),
                    all.floors(),
                    4,
                    (long) (127_000 * SCALE),
                    300,
                    20,
                    0,
                    PATIENT,
                    10_000,
                    true,
                    0);
            var counts = run("a million operations", plan, plan, load -> {});
            long mutations = mutations(counts) + counts.get("mutations-rolled-back");
            if (SCALE >= 1) {
                assertTrue(counts.get("reads") + mutations >= 1_000_000, "operations");
            }
            assertTrue(counts.get("hits") > counts.get("reads") / 2, "more hits than misses");
        }
    }

    @Test
    void evicting() throws Exception {
        try (var redis = RedisProcess.withMemory("2mb", "allkeys-random")) {
            var plan = large(during(15, 40, plan(redis.url())));
            run("evicting", plan, plan, load -> {});
            assertTrue(evicted(redis) > 1_000, "it did evict");
        }
    }

    private static long evicted(RedisProcess redis) {
        return redis.info("stats")
                .lines()
                .filter(line -> line.startsWith("evicted_keys:"))
                .mapToLong(line -> Long.parseLong(line.substring("evicted_keys:".length())))
                .sum();
    }

    @Test
    void suspendedAndResumed_refusing() throws Exception {
        try (var redis = RedisProcess.start()) {
            var plan = hasty(during(18, 60, plan(redis.url())));
            var counts = run("suspended, refusing", plan, plan, load -> suspend(redis, load, 18));
            assertTrue(counts.getOrDefault("mutations-refused", 0L) > 0);
        }
    }

    @Test
    void suspendedAndResumed_servingInOneProcess() throws Exception {
        try (var redis = RedisProcess.start()) {
            var plan = serving(hasty(during(12, 60, plan(redis.url()))));
            run("suspended, serving", plan, null, load -> suspend(redis, load, 12));
        }
    }

    /** While it is suspended, requests are answered all the same. */
    private static void suspend(RedisProcess redis, Load load, int seconds) throws InterruptedException {
        long end = end(seconds);
        while (runs(load, end)) {
            Thread.sleep(700);
            if (!runs(load, end)) {
                return;
            }
            redis.suspend();
            try {
                awaitMore(load, "from-database", 20);
                Thread.sleep(ThreadLocalRandom.current().nextInt(500));
            } finally {
                redis.resume();
            }
        }
    }

    @Test
    void killedAndRestartedEmpty() throws Exception {
        try (var redis = RedisProcess.start()) {
            var plan = withLongOnes(during(16, 60, plan(redis.url())));
            run("restarted empty", plan, plan, load -> {
                long end = end(16);
                while (runs(load, end)) {
                    Thread.sleep(1_600);
                    redis.kill();
                    Thread.sleep(ThreadLocalRandom.current().nextInt(150));
                    redis.restartEmpty();
                }
            });
        }
    }

    @Test
    void killedAndRestartedFromAnOldDump() throws Exception {
        try (var redis = RedisProcess.start()) {
            var plan = withLongOnes(during(16, 60, plan(redis.url())));
            run("restarted from an old dump", plan, plan, load -> {
                long end = end(16);
                awaitMore(load, "reads", 1_000);
                while (runs(load, end)) {
                    var dump = redis.dump();
                    Thread.sleep(1_600);
                    redis.restartFrom(dump);
                    Thread.sleep(ThreadLocalRandom.current().nextInt(600));
                }
            });
        }
    }

    @Test
    void badlyConnected_refusing() throws Exception {
        try (var redis = RedisProcess.start();
                var one = new TcpProxy(redis.port());
                var two = new TcpProxy(redis.port())) {
            var plan = hasty(during(24, 60, plan(redis.url())));
            var counts = run("badly connected, refusing", via(one, plan), via(two, plan), load -> {
                long end = end(24);
                while (runs(load, end)) {
                    disturb(ThreadLocalRandom.current().nextBoolean() ? one : two, end);
                }
                mend(one);
                mend(two);
            });
            assertTrue(counts.get("store-errors") > 0);
        }
    }

    @Test
    void badlyConnected_servingInOneProcess() throws Exception {
        try (var redis = RedisProcess.start();
                var line = new TcpProxy(redis.port())) {
            var plan = serving(hasty(during(12, 60, plan(redis.url()))));
            run("badly connected, serving", via(line, plan), null, load -> {
                long end = end(12);
                while (runs(load, end)) {
                    disturb(line, end);
                }
                mend(line);
            });
        }
    }

    /** Readers reach Redis and mutations do not, now and then: what the process knows must keep it from old entries. */
    @Test
    void deafToMutations_servingInOneProcess() throws Exception {
        try (var redis = RedisProcess.start()) {
            var plan = serving(during(8, 60, plan(redis.url())));
            var line = new AtomicReference<FailingStore>();
            var load = new Load(plan, store -> {
                line.set(new FailingStore(store));
                return line.get();
            });
            run("deaf to mutations, serving", load, null, running -> {
                long end = end(8);
                while (runs(running, end)) {
                    Thread.sleep(300);
                    line.get().fail(Operation.LEASE, Operation.OUTDATE, Operation.RELEASE);
                    Thread.sleep(ThreadLocalRandom.current().nextInt(400));
                    line.get().mend();
                }
            });
        }
    }

    private static void disturb(TcpProxy line, long end) throws InterruptedException {
        var random = ThreadLocalRandom.current();
        Thread.sleep(100 + random.nextInt(200));
        switch (random.nextInt(8)) {
            case 0 -> line.delay(Direction.REPLIES, Duration.ofMillis(HASTY + 50));
            case 1 -> line.delay(Direction.REQUESTS, Duration.ofMillis(HASTY + 50));
            case 2 -> line.stall(true);
            case 3 -> line.drop(Direction.REPLIES, true);
            case 4 -> line.refuse(true);
            case 5 -> line.delay(Duration.ofMillis(3));
            default -> {
                for (int i = 0; i < 100 && System.nanoTime() - end < 0; i++) {
                    line.cutAfter(random.nextInt(3) == 0 ? random.nextInt(200) : 0);
                    Thread.sleep(random.nextInt(4));
                }
            }
        }
        Thread.sleep(random.nextInt(300));
        if (random.nextBoolean()) {
            line.cut();
        }
        mend(line);
    }

    private static void mend(TcpProxy line) {
        line.delay(Duration.ZERO);
        line.stall(false);
        line.drop(Direction.REPLIES, false);
        line.refuse(false);
    }

    @Test
    void full_refusing() throws Exception {
        try (var redis = RedisProcess.withMemory("8mb", "noeviction")) {
            var plan = during(10, 60, plan(redis.url()));
            var counts = run(
                    "full, refusing",
                    plan,
                    plan,
                    load -> fill(redis, load, 10, some -> some.count("mutations-refused") > 0));
            assertTrue(counts.getOrDefault("mutations-refused", 0L) > 0);
        }
    }

    @Test
    void full_servingInOneProcess() throws Exception {
        try (var redis = RedisProcess.withMemory("8mb", "noeviction")) {
            var plan = serving(during(10, 60, plan(redis.url())));
            run("full, serving", plan, null, load -> fill(redis, load, 10, some -> true));
        }
    }

    /** Full, and again not, time after time; meanwhile requests are answered. */
    private static void fill(RedisProcess redis, Load load, int seconds, Predicate<Load> felt)
            throws InterruptedException {
        long end = end(seconds);
        while (runs(load, end)) {
            Thread.sleep(900);
            int fillers = 0;
            long full = System.nanoTime() + Duration.ofMillis(900).toNanos();
            while (!load.over() && (System.nanoTime() - full < 0 || !felt.test(load))) {
                // again and again: buffers that shrink, and entries that expire, make room
                fillers = pour(redis, fillers);
                Thread.sleep(20);
            }
            awaitMore(load, "reads", 100);
            for (int i = 0; i < fillers; i++) {
                redis.command("DEL", "filler" + i);
            }
        }
    }

    private static int pour(RedisProcess redis, int fillers) {
        int next = fillers;
        for (var size = "x".repeat(100_000); size.length() > 10; size = size.substring(size.length() / 2)) {
            try {
                while (true) {
                    redis.command("SET", "filler" + next, size);
                    next++;
                }
            } catch (JedisException e) {
                // full, for a value as large as that
            }
        }
        return next;
    }
}
