package org.mizan.core.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the same work once for all who ask for it at the same time (PROTOCOL §7.5). Thread-safe.
 *
 * <p>Who asks first runs it on its own thread; the others wait for its result or its failure, but not longer than a
 * bound: then, and when they are interrupted, they run it themselves, so that no thread waits for ever.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
    private final Duration patience;

    SingleFlight(Duration patience) {
        this.patience = patience;
    }

    /** The work. */
    @FunctionalInterface
    interface Work<V> {
        V run() throws Throwable;
    }

    /**
     * The result of the work, run here or by somebody else.
     *
     * @throws Throwable what the work threw, for everybody who waited
     */
    V run(K key, Work<V> work) throws Throwable {
        var own = new CompletableFuture<V>();
        var running = flights.putIfAbsent(key, own);
        if (running != null) {
            try {
                return running.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() == null ? e : e.getCause();
            } catch (TimeoutException e) {
                return work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return work.run();
            }
        }
        try {
            var result = work.run();
            own.complete(result);
            return result;
        } catch (Throwable failure) {
            own.completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(key, own);
        }
    }
}
