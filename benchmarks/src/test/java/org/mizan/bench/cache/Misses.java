package org.mizan.bench.cache;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.local.LocalStore;

/** How often the functions run when many ask at once for what is not there. */
final class Misses {
    private static final int READERS = 500;
    private static final long MILLIS_OF_THE_FUNCTIONS = 500;

    private Misses() {}

    static void measure(Figures figures) throws IOException, InterruptedException, ExecutionException {
        try (var cache = Shop.cache(new LocalStore(1 << 20, Shop.LIFE.multipliedBy(2)))) {
            figures.atMost("cache.misses-500-local", Spread.exactly(executions(cache)), 1, "");
        }
        try (var redis = Redis.start();
                var cache = Shop.cache(redis.store())) {
            figures.atMost("cache.misses-500-redis", Spread.exactly(executions(cache)), 1, "");
        }
    }

    /** Each reader looks up before the functions end; else it would be a hit, and no miss. */
    private static int executions(OriginCache cache) throws InterruptedException, ExecutionException {
        var executions = new AtomicInteger();
        var lookedUp = new CountDownLatch(READERS);
        Callable<byte[]> reader = () -> {
            var read = cache.read(Shop.page("5", "1"));
            lookedUp.countDown();
            try {
                return read.bytes(() -> {
                    executions.incrementAndGet();
                    if (!lookedUp.await(20, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("not all readers came");
                    }
                    Thread.sleep(MILLIS_OF_THE_FUNCTIONS);
                    return Shop.body(1_024);
                });
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
        var threads = Executors.newFixedThreadPool(READERS);
        try {
            var answers = threads.invokeAll(
                    IntStream.range(0, READERS).mapToObj(i -> reader).toList());
            for (var answer : answers) {
                if (answer.get().length != 1_024) {
                    throw new IllegalStateException("another body");
                }
            }
        } finally {
            threads.shutdownNow();
        }
        var seen = cache.statistics();
        if (seen.storeErrors() > 0 || seen.joins() != READERS - executions.get()) {
            throw new IllegalStateException(seen.toString());
        }
        return executions.get();
    }
}
