package org.mizan.core.cache.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.CacheUnavailableException;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.CacheStore;

/**
 * Threads of one process that read and mutate the {@link Ledger} and judge every answer by the {@link Floors}.
 *
 * <p>What makes races likely is done now and then: a reader that dawdles between the database and its fill, a mutation
 * that dawdles between its lease, its transaction, its commit and its purge.
 */
final class Load implements AutoCloseable {
    static final int OWNERS = 16;
    static final int ROWS_OF_OWNER = 4;
    static final int ROWS = OWNERS * ROWS_OF_OWNER;

    private static final int PAGES = 3;
    private static final String[] CALLERS = {null, "ada", "bob"};
    private static final int SHOWN = 20;

    private final Plan plan;
    private final OriginCache cache;
    private final VersionedRows rows;
    private final Floors floors;
    private volatile boolean over;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * What to do.
     *
     * @param redis its URL
     * @param database the port of {@link VersionedRows}
     * @param threads of this process
     * @param operations of each thread
     * @param seconds after which threads end whatever they have done
     * @param mutations of 10,000 operations
     * @param longest how long a mutation may take in its transaction, in milliseconds; one in 50 does
     * @param timeout of Redis, in milliseconds
     * @param lease in milliseconds
     * @param padding bytes that make entries large
     */
    record Plan(
            String redis,
            int database,
            Path floors,
            int threads,
            long operations,
            int seconds,
            int mutations,
            int longest,
            int timeout,
            int lease,
            boolean refuse,
            int padding) {
        /** As arguments of {@link Other}. */
        Object[] words() {
            return new Object[] {
                redis,
                database,
                floors,
                threads,
                operations,
                seconds,
                mutations,
                longest,
                timeout,
                lease,
                refuse,
                padding
            };
        }

        static Plan of(String[] words) {
            return new Plan(
                    words[0],
                    Integer.parseInt(words[1]),
                    Path.of(words[2]),
                    Integer.parseInt(words[3]),
                    Long.parseLong(words[4]),
                    Integer.parseInt(words[5]),
                    Integer.parseInt(words[6]),
                    Integer.parseInt(words[7]),
                    Integer.parseInt(words[8]),
                    Integer.parseInt(words[9]),
                    Boolean.parseBoolean(words[10]),
                    Integer.parseInt(words[11]));
        }
    }

    Load(Plan plan) throws IOException {
        this(plan, store -> store);
    }

    /** A load whose store is reached through another one. */
    Load(Plan plan, UnaryOperator<CacheStore> line) throws IOException {
        this.plan = plan;
        this.floors = Floors.open(plan.floors());
        this.rows = VersionedRows.connect(plan.database(), plan.threads());
        var store = Ledger.store(plan.redis(), Duration.ofMillis(plan.timeout()));
        this.cache = Ledger.cache(line.apply(store), Duration.ofMillis(plan.lease()), plan.refuse());
    }

    /** The other process: runs when it is told where, and prints its counts as its last line. */
    static final class Other {
        public static void main(String[] args) throws Exception {
            ChildJvm.endWithParent();
            try (var load = new Load(Plan.of(args))) {
                System.out.println("READY");
                load.run();
                System.out.println("COUNTS " + load.counts());
            }
            System.exit(0);
        }
    }

    /** Runs all threads to their end. */
    void run() throws Exception {
        var pool = Executors.newFixedThreadPool(plan.threads());
        try {
            var tasks = new ArrayList<Callable<Void>>();
            for (int i = 0; i < plan.threads(); i++) {
                tasks.add(this::work);
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            over = true;
            pool.shutdownNow();
        }
    }

    /** Whether all threads have ended. */
    boolean over() {
        return over;
    }

    /** How often something has happened so far. */
    long count(String what) {
        var count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    private void add(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    /** All counts, with those of the cache. */
    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        var statistics = cache.statistics();
        all.put("hits", statistics.hits());
        all.put("fills", statistics.fills());
        all.put("joins", statistics.joins());
        all.put("store-errors", statistics.storeErrors());
        statistics.misses().forEach((reason, count) -> all.put("miss-" + reason, count));
        return all;
    }

    private Void work() throws Exception {
        var random = new SplittableRandom();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.seconds());
        for (long i = 0; i < plan.operations() && System.nanoTime() - end < 0; i++) {
            if (random.nextInt(10_000) < plan.mutations()) {
                mutate(random);
            } else {
                read(random);
            }
        }
        return null;
    }

    /** Low ones more often: real contention. */
    private static int owner(SplittableRandom random) {
        return Math.min(random.nextInt(OWNERS), random.nextInt(OWNERS));
    }

    private static int row(int owner, SplittableRandom random) {
        return owner + OWNERS * random.nextInt(ROWS_OF_OWNER);
    }

    private static int[] rowsOf(int owner) {
        return IntStream.range(0, ROWS_OF_OWNER).map(i -> owner + OWNERS * i).toArray();
    }

    private void read(SplittableRandom random) throws Exception {
        int owner = owner(random);
        int page = random.nextInt(PAGES);
        var caller = CALLERS[random.nextInt(CALLERS.length)];
        if (random.nextInt(4) == 0) {
            var request = Ledger.ownerPage(owner, page, caller);
            check(request, rowsOf(owner), () -> rows.readOwner(owner).values().stream()
                    .mapToLong(version -> version)
                    .toArray());
        } else {
            int row = row(owner, random);
            check(Ledger.rowPage(owner, row, page, caller), new int[] {row}, () -> new long[] {rows.read(row)});
        }
    }

    private interface Query {
        long[] versions();
    }

    /** The floors are taken before the read begins; nothing that it returns may be below them. */
    private void check(CacheRequest request, int[] subject, Query query) throws Exception {
        var least = Arrays.stream(subject).mapToLong(floors::floor).toArray();
        var label = request.toString().getBytes(StandardCharsets.UTF_8);
        byte[] body;
        boolean[] ran = {false};
        try {
            body = cache.read(request).bytes(() -> {
                ran[0] = true;
                return bundle(label, query);
            });
        } catch (Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        add("reads");
        if (ran[0]) {
            add("from-database");
        }
        if (!Arrays.equals(label, 0, label.length, body, 0, label.length)) {
            add("mixed-up");
        }
        var found = ByteBuffer.wrap(body, label.length, body.length - label.length);
        for (int i = 0; i < subject.length; i++) {
            long version = found.getLong();
            if (version < least[i]) {
                add("stale");
                if (count("stale") <= SHOWN) {
                    System.out.println("STALE " + request.context() + request.params() + " row " + subject[i] + ": "
                            + version + " < " + least[i] + (ran[0] ? " (run)" : " (hit or joined)"));
                }
            }
        }
    }

    private byte[] bundle(byte[] label, Query query) {
        var versions = query.versions();
        dawdle(5);
        var body = ByteBuffer.allocate(label.length + versions.length * Long.BYTES + plan.padding());
        body.put(label);
        for (long version : versions) {
            body.putLong(version);
        }
        return body.array();
    }

    private void mutate(SplittableRandom random) {
        int owner = owner(random);
        int kind = random.nextInt(100);
        if (kind < 75) {
            int row = row(owner, random);
            mutate("exact", Ledger.row(owner, row), random, row);
        } else if (kind < 97) {
            mutate("partial", Ledger.owner(owner), random, rowsOf(owner));
        } else {
            var some =
                    IntStream.range(0, 4).map(i -> row(owner(random), random)).toArray();
            mutate("broad", Ledger.anything(), random, some);
        }
    }

    private void mutate(String kind, TargetSet targets, SplittableRandom random, int... changed) {
        var mutation = cache.mutation();
        try {
            mutation.lease(targets);
        } catch (CacheUnavailableException e) {
            mutation.rollback();
            add("mutations-refused");
            return;
        }
        dawdle(4);
        if (random.nextInt(10) == 0) {
            rows.updateAndRollBack(changed);
            mutation.rollback();
            add("mutations-rolled-back");
            return;
        }
        long[] versions;
        try (var change = rows.begin(changed)) {
            versions = change.versions();
            dawdle(4);
            if (plan.longest() > 0 && random.nextInt(50) == 0) {
                sleep(random.nextInt(plan.longest()));
            }
            change.commit();
        }
        dawdle(4);
        mutation.commit();
        for (int i = 0; i < changed.length; i++) {
            floors.raise(changed[i], versions[i]);
        }
        add("mutations-" + kind);
    }

    /** Waits up to some milliseconds, once in so many times. */
    private static void dawdle(int times) {
        var random = ThreadLocalRandom.current();
        if (random.nextInt(times) == 0) {
            sleep(1 + random.nextInt(4));
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cache.close();
        rows.close();
    }
}
