package org.mizan.bench.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.core.cache.Mutation;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.protocol.TargetSet;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;

/** What a mutation costs, by how many entries its context has, and against deleting these by their prefix. */
final class Invalidations {
    private static final int FEW = 1_000;
    private static final int SOME = 100_000;
    private static final int MANY = 1_000_000;
    private static final int AT_ONCE = 10_000;
    private static final byte[] SMALL = Shop.body(20);
    private static final TargetSet ONE = Shop.ofUsers(5);
    private static final TargetSet THREE = Shop.ofUsers(5, 6, 7);

    private Invalidations() {}

    static void measure(Figures figures) throws IOException {
        try (var few = Context.of(FEW);
                var some = Context.of(SOME);
                var many = Context.of(MANY)) {
            figures.remark(MANY + " entries were written in "
                    + Spread.exactly(many.seconds).text("s"));
            var ofFew = few.commits();
            var ofSome = some.commits();
            var ofMany = many.commits();
            Timing.alternate(50, 200, 50, ofFew, ofSome, ofMany);
            figures.plain("cache.invalidate-1000", ofFew.micros(0.5), "us");
            figures.plain("cache.invalidate-100000", ofSome.micros(0.5), "us");
            figures.plain("cache.invalidate-1000000", ofMany.micros(0.5), "us");
            figures.atMost("cache.invalidate-growth", ofMany.times(ofFew, 0.5), 1.2, "x");

            var ping = Timing.of(few.client::ping);
            var one = few.mutations(ONE);
            var three = few.mutations(THREE);
            Timing.alternate(50, 200, 50, ping, one, three);
            figures.plain("cache.ping", ping.micros(0.5), "us");
            figures.plain("cache.mutation-1-target", one.micros(0.5), "us");
            figures.plain("cache.mutation-1-target-per-ping", one.times(ping, 0.5), "x");
            figures.plain("cache.mutation-3-targets", three.micros(0.5), "us");
            figures.plain("cache.mutation-3-targets-per-ping", three.times(ping, 0.5), "x");

            double scan = many.scanAndUnlink() * 1e6;
            figures.plain("cache.scan-unlink-1000000", Spread.exactly(scan / 1e6), "s");
            var commit = ofMany.micros(0.5);
            figures.atLeast(
                    "cache.invalidate-gain",
                    new Spread(scan / commit.middle(), scan / commit.high(), scan / commit.low()),
                    1_000,
                    "x");
        }
    }

    /** A context in a Redis of its own, with so many entries. */
    private static final class Context implements AutoCloseable {
        private final Redis redis;
        private final RedisClient client;
        private final OriginCache cache;
        private final int entries;
        private double seconds;

        private Context(Redis redis, int entries) {
            this.redis = redis;
            this.client = redis.client();
            this.cache = Shop.cache(redis.store());
            this.entries = entries;
        }

        static Context of(int entries) throws IOException {
            var context = new Context(Redis.start(), entries);
            try {
                context.fill();
            } catch (RuntimeException e) {
                context.close();
                throw e;
            }
            return context;
        }

        /** One entry through the cache, and its bytes again and again under keys of the same length. */
        private void fill() {
            Shop.read(cache, Shop.page("5", "1"), SMALL);
            var key = client.keys(prefix() + "*").iterator().next();
            var sealed = client.get(key.getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();
            for (int done = 1; done < entries; ) {
                try (var pipeline = client.pipelined()) {
                    for (int i = 0; i < AT_ONCE && done < entries; i++, done++) {
                        var name = prefix() + String.format("%064x", done);
                        pipeline.set(name.getBytes(StandardCharsets.US_ASCII), sealed);
                    }
                    pipeline.sync();
                }
            }
            seconds = (System.nanoTime() - start) / 1e9;
            long found = client.dbSize();
            if (found < entries) {
                throw new IllegalStateException(found + " keys, not " + entries);
            }
        }

        private static String prefix() {
            return "bench:ctx:orders:";
        }

        private Mutation begin(TargetSet targets) {
            Shop.read(cache, Shop.page("5", "1"), SMALL);
            var mutation = cache.mutation();
            mutation.lease(targets);
            return mutation;
        }

        /** The commit alone; before each, a reader has stamped the record again and the mutation has its lease. */
        Timing commits() {
            return Timing.ofBlocks(operations -> {
                var nanos = new long[operations];
                for (int i = 0; i < operations; i++) {
                    var mutation = begin(ONE);
                    long start = System.nanoTime();
                    mutation.commit();
                    nanos[i] = System.nanoTime() - start;
                }
                requireOutdated(operations);
                return nanos;
            });
        }

        private void requireOutdated(int least) {
            var seen = cache.statistics();
            if (seen.outdated() < least || seen.storeErrors() > 0) {
                throw new IllegalStateException(seen.toString());
            }
        }

        /** Lease and commit. */
        Timing mutations(TargetSet targets) {
            return Timing.of(() -> {
                var mutation = cache.mutation();
                mutation.lease(targets);
                mutation.commit();
            });
        }

        /** Seconds that deleting all entries by their prefix takes. */
        double scanAndUnlink() {
            var params = new ScanParams().match(prefix() + "*").count(1_000);
            long removed = 0;
            long start = System.nanoTime();
            var cursor = ScanParams.SCAN_POINTER_START;
            do {
                var page = client.scan(cursor, params);
                List<String> keys = page.getResult();
                if (!keys.isEmpty()) {
                    removed += client.unlink(keys.toArray(String[]::new));
                }
                cursor = page.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
            double taken = (System.nanoTime() - start) / 1e9;
            if (removed < entries - 1) {
                throw new IllegalStateException(removed + " entries were removed, not " + entries);
            }
            return taken;
        }

        @Override
        public void close() {
            cache.close();
            client.close();
            redis.close();
        }
    }
}
