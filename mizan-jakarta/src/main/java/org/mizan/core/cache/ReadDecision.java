package org.mizan.core.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.cache.entry.Body;
import org.mizan.core.cache.entry.Envelope;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.entry.Stamps;
import org.mizan.spi.CacheStore;

/**
 * What a reader does next, given what the store answered: the rules of PROTOCOL §7.3 for reading, without any effect.
 *
 * <p>The same code runs in production and, step by step in every interleaving, in the exhaustive test. Immutable.
 */
final class ReadDecision {
    /** How long after its end, by the reader's clock, a lease counts as that of a mutation that died. */
    static final long GRACE_MILLIS = 5_000;

    private final List<String> records;
    private final Opener opener;

    /** Opens a sealed entry: its body when it is intact and has exactly these stamps, or why not. */
    @FunctionalInterface
    interface Opener {
        Envelope.Opened open(byte[] entry, Stamps stamps);
    }

    /** What to do next. */
    sealed interface Step {}

    /** Take the leases of dead mutations out of these records, stamps included; then look up again. */
    record Bury(Map<String, List<String>> leases) implements Step {}

    /** Give these records a stamp; then {@link #stamped}. */
    record Stamp(List<String> records, Map<String, CacheStore.Held> known, MissReason reason) implements Step {}

    /** Answer with the body. */
    record Hit(Body body) implements Step {}

    /** Run the functions; keep the result under the stamps, or not at all when there are none. */
    record Run(@Nullable Stamps stamps, MissReason reason) implements Step {}

    /**
     * Creates the decisions of one read.
     *
     * @param records the names of the records of all scopes that the entry belongs to
     */
    ReadDecision(List<String> records, Opener opener) {
        this.records = List.copyOf(records);
        this.opener = opener;
    }

    /** After the look-up. A running lease comes before a missing stamp: a mutation may have taken it away. */
    Step lookedUp(CacheStore.Snapshot found, long now) {
        var dead = new TreeMap<String, List<String>>();
        var known = new TreeMap<String, CacheStore.Held>();
        var unstamped = new ArrayList<String>();
        boolean mutating = false;
        for (var name : records) {
            var record = found.records().get(name);
            if (record == null || record.stamp() == null) {
                unstamped.add(name);
            } else {
                known.put(name, new CacheStore.Held(record.stamp(), record.node()));
            }
            if (record != null && !record.leases().isEmpty()) {
                var ended = ended(record, now);
                mutating |= ended.size() < record.leases().size();
                if (!ended.isEmpty()) {
                    dead.put(name, ended);
                }
            }
        }
        if (!dead.isEmpty()) {
            return new Bury(dead);
        }
        if (mutating) {
            return new Run(null, MissReason.MUTATING);
        }
        if (unstamped.isEmpty()) {
            return compare(found.entry(), new Stamps(known));
        }
        return new Stamp(unstamped, known, found.entry() == null ? MissReason.ABSENT : MissReason.OUTDATED);
    }

    private static List<String> ended(CacheStore.Record record, long now) {
        return record.leases().entrySet().stream()
                .filter(lease -> lease.getValue() + GRACE_MILLIS < now)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Step compare(byte @Nullable [] entry, Stamps stamps) {
        if (entry == null) {
            return new Run(stamps, MissReason.ABSENT);
        }
        var opened = opener.open(entry, stamps);
        return opened.body() == null
                ? new Run(stamps, opened.miss() == null ? MissReason.FORGED : opened.miss())
                : new Hit(opened.body());
    }

    /** After the missing stamps were made, by this reader or by one that was faster. */
    Step stamped(Stamp step, Map<String, CacheStore.Held> winners) {
        var all = new TreeMap<>(step.known());
        all.putAll(winners);
        return all.keySet().containsAll(records)
                ? new Run(new Stamps(all), step.reason())
                : new Run(null, MissReason.STORE_FAILED);
    }
}
