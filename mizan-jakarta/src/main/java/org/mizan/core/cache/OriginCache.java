package org.mizan.core.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.Registry;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/**
 * Answers reads of contexts out of a store, or runs their functions and keeps the result (PROTOCOL §7).
 *
 * <p>Never fails because of the store: what the store does not answer is a miss. Thread-safe.
 */
public final class OriginCache {
    private static final Logger LOG = System.getLogger(OriginCache.class.getName());
    private static final int MOST_LOOK_UPS = 3;
    private static final int STAMP_BYTES = 16;

    private final CacheStore store;
    private final CacheKeys keys;
    private final Envelope envelope;
    private final ScopeShapes shapes;
    private final Clock clock;
    private final SingleFlight<Flight, byte[]> flights;
    private final CacheCounters counters = new CacheCounters();
    private final SecureRandom random = new SecureRandom();

    /** Reads that may share one run. */
    private record Flight(
            String key, Stamps stamps, @Nullable String pkey) {}

    /** Runs the functions of the context. */
    @FunctionalInterface
    public interface Producer {
        /**
         * The bundle.
         *
         * @throws Throwable what a function threw; not kept
         */
        byte[] run() throws Throwable;
    }

    /**
     * Creates the cache of an application.
     *
     * @param secret the secret of keys and envelopes
     * @param patience how long a read waits for another one that runs the same
     */
    public OriginCache(CacheStore store, byte[] secret, Registry registry, Clock clock, Duration patience) {
        this.store = store;
        this.keys = new CacheKeys(secret);
        this.envelope = new Envelope(secret, registry.hash(), store.shared());
        this.shapes = new ScopeShapes(registry);
        this.clock = clock;
        this.flights = new SingleFlight<>(patience);
    }

    /**
     * The bundle of a context.
     *
     * @throws Throwable what a function threw
     */
    public byte[] bundle(CacheRequest request, Producer producer) throws Throwable {
        var key = keys.entry(request.context(), request.params(), request.rev(), request.caller());
        var step = decide(request, key);
        if (step instanceof ReadDecision.Hit hit) {
            counters.hit();
            return hit.body();
        }
        var run = step instanceof ReadDecision.Run decided ? decided : new ReadDecision.Run(null, MissReason.RESTLESS);
        counters.miss(run.reason());
        LOG.log(Level.DEBUG, () -> key + " missed: " + run.reason());
        var stamps = run.stamps();
        return stamps == null
                ? producer.run()
                : flights.run(
                        new Flight(key, stamps, request.pkey()),
                        () -> fill(request, key, stamps, producer.run()),
                        counters::join);
    }

    /** What the cache did so far. */
    public CacheStatistics statistics() {
        return counters.snapshot();
    }

    private ReadDecision.Step decide(CacheRequest request, String key) {
        var records = shapes.scopesOf(request.context(), request.params()).stream()
                .map(values -> keys.record(request.context(), values))
                .toList();
        var address = new Envelope.Address(key, request.pkey());
        var decision =
                new ReadDecision(records, (entry, stamps) -> envelope.open(address, stamps, clock.millis(), entry));
        try {
            for (int lookUps = 0; lookUps < MOST_LOOK_UPS; lookUps++) {
                var step = decision.lookedUp(store.read(key, records), clock.millis());
                if (step instanceof ReadDecision.Stamp stamp) {
                    return decision.stamped(stamp, store.stamp(fresh(stamp)));
                }
                if (!(step instanceof ReadDecision.Bury bury)) {
                    return step;
                }
                bury.leases().forEach(store::outdate);
            }
            return new ReadDecision.Run(null, MissReason.RESTLESS);
        } catch (StoreException e) {
            failed(e);
            return new ReadDecision.Run(null, MissReason.STORE_FAILED);
        }
    }

    private TreeMap<String, String> fresh(ReadDecision.Stamp step) {
        var stamps = new TreeMap<String, String>();
        step.records().forEach(record -> {
            var bytes = new byte[STAMP_BYTES];
            random.nextBytes(bytes);
            stamps.put(record, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        });
        return stamps;
    }

    private byte[] fill(CacheRequest request, String key, Stamps stamps, byte[] body) {
        try {
            var address = new Envelope.Address(key, request.pkey());
            store.fill(key, envelope.seal(address, stamps, clock.millis(), request.life(), body), request.life());
            counters.fill();
        } catch (StoreException e) {
            failed(e);
        }
        return body;
    }

    private void failed(StoreException failure) {
        counters.storeError();
        LOG.log(Level.DEBUG, "the store did not answer", failure);
    }
}
