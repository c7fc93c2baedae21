package org.mizan.core.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mizan.core.cache.entry.Envelope;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.entry.Stamps;
import org.mizan.core.cache.report.CacheCounters;
import org.mizan.core.cache.report.CacheStatistics;
import org.mizan.core.cache.report.CacheStatus;
import org.mizan.core.cache.report.StoreHealth;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Registry;
import org.mizan.spi.CachePartition;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/**
 * Answers reads of contexts and pages out of a store, or runs their functions and keeps the result (PROTOCOL §7).
 *
 * <p>A read never fails because of the store: what the store does not answer is a miss. Thread-safe.
 */
public final class OriginCache implements AutoCloseable {
    private static final Logger LOG = System.getLogger(OriginCache.class.getName());
    private static final int MOST_LOOK_UPS = 3;
    private static final int STAMP_BYTES = 16;
    private static final int MOST_NAMES = 4_096;
    /** Of longer parameters no names are remembered, so that nobody can fill the memory with them. */
    private static final int MOST_TEXT = 256;

    private final CacheStore store;
    private final Records records;
    private final CachePartition partition;
    private final Envelope envelope;
    private final Clock clock;
    private final SingleFlight<Flight, CacheRead.Made> flights;
    private final CacheCounters counters = new CacheCounters();
    private final StoreHealth health;
    private final Mutations mutations;
    private final Map<Asked, Sought> names = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** What a read asks for, and where that is in the store. */
    record Sought(CacheRequest request, Envelope.Address entry, List<String> records) {}

    /** Reads that may share one run. */
    private record Flight(Envelope.Address entry, Stamps stamps) {}

    /** What names are computed from. */
    private record Asked(CacheRequest request, String tenant) {}

    /**
     * Creates the cache of an application.
     *
     * @param store closed with the cache
     * @param partition whose entries the current request may see
     */
    public OriginCache(CacheStore store, CachePartition partition, CacheRules rules, Registry registry, Clock clock) {
        this.store = store;
        this.partition = partition;
        this.records = new Records(rules, registry);
        this.envelope = new Envelope(rules.secret(), registry.hash(), store.shared());
        this.clock = clock;
        this.flights = new SingleFlight<>(rules.patience());
        this.health = new StoreHealth(clock, counters);
        this.mutations = new Mutations(
                new Mutations.Shared(store, records, partition, counters, health, clock),
                rules.lease(),
                rules.refuse());
    }

    /** Begins a read: looks up, and remembers the stamps under which a result may be kept. */
    public CacheRead read(CacheRequest request) {
        var sought = sought(request, partition.current());
        var step = decide(sought);
        if (step instanceof ReadDecision.Hit) {
            counters.hit();
        } else {
            var reason = step instanceof ReadDecision.Run run ? run.reason() : MissReason.RESTLESS;
            counters.miss(reason);
            LOG.log(Level.DEBUG, () -> sought.entry().key() + " missed: " + reason);
        }
        return new CacheRead(this, sought, step);
    }

    /** A read that does not ask the cache. */
    public CacheStatus bypass(String why) {
        counters.bypass();
        return CacheStatus.bypassed(why);
    }

    /** Begins a mutation; whoever begins one ends it. */
    public Mutation mutation() {
        return mutations.begin();
    }

    /** What happened outside every mutation has changed. Never fails, as {@link Mutation#commit}. */
    public void outdate(TargetSet targets) {
        mutations.outdate(targets);
    }

    /** What the cache did so far. */
    public CacheStatistics statistics() {
        return counters.snapshot();
    }

    /** Names cost more than all the rest of a hit in the process, so those of the last reads are remembered. */
    private Sought sought(CacheRequest request, String tenant) {
        var asked = new Asked(request, tenant);
        var known = names.get(asked);
        if (known != null) {
            return known;
        }
        var entry = new Envelope.Address(records.entry(request, tenant), request.pkey());
        var sought = new Sought(request, entry, List.copyOf(records.of(request, tenant)));
        if (request.size() <= MOST_TEXT) {
            if (names.size() >= MOST_NAMES) {
                names.clear();
            }
            names.put(asked, sought);
        }
        return sought;
    }

    private ReadDecision.Step decide(Sought sought) {
        if (mutations.unfinished(sought.records())) {
            return new ReadDecision.Run(null, MissReason.MUTATING);
        }
        if (health.resting()) {
            return new ReadDecision.Run(null, MissReason.STORE_FAILED);
        }
        var decision = new ReadDecision(
                sought.records(), (entry, stamps) -> envelope.open(sought.entry(), stamps, clock.millis(), entry));
        try {
            var step = lookUp(sought, decision);
            health.succeeded();
            return step;
        } catch (StoreException e) {
            health.failed(e);
            return new ReadDecision.Run(null, MissReason.STORE_FAILED);
        }
    }

    private ReadDecision.Step lookUp(Sought sought, ReadDecision decision) {
        for (int lookUps = 0; lookUps < MOST_LOOK_UPS; lookUps++) {
            var step = decision.lookedUp(store.read(sought.entry().key(), sought.records()), clock.millis());
            if (step instanceof ReadDecision.Stamp stamp) {
                return decision.stamped(stamp, store.stamp(fresh(stamp)));
            }
            if (!(step instanceof ReadDecision.Bury bury)) {
                return step;
            }
            store.outdate(bury.leases());
        }
        return new ReadDecision.Run(null, MissReason.RESTLESS);
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

    /** Runs work once for all who ask for the same at the same time. */
    CacheRead.Made once(Sought sought, Stamps stamps, SingleFlight.Work<CacheRead.Made> work) throws Throwable {
        return flights.run(new Flight(sought.entry(), stamps), work);
    }

    /** A read used the result of another one's run. */
    void joined() {
        counters.join();
    }

    /** Keeps a result; returns whether the store did. */
    boolean fill(Sought sought, Stamps stamps, byte[] body) {
        var life = sought.request().life();
        var entry = sought.entry();
        try {
            store.fill(entry.key(), envelope.seal(entry, stamps, clock.millis(), life, body), life);
            counters.fill();
            return true;
        } catch (StoreException e) {
            health.failed(e);
            return false;
        }
    }

    /** Ends its thread, tells the store what is left to tell, and closes it. */
    @Override
    public void close() {
        mutations.close();
        store.close();
    }
}
