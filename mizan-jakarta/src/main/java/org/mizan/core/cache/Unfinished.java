package org.mizan.core.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mizan.core.cache.report.StoreHealth;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/**
 * What mutations could not tell the store at their end; it is told later. Until then the readers of this process take
 * no notice of entries that it concerns (PROTOCOL §7.3). Thread-safe.
 */
final class Unfinished {
    /** Beyond so many leases everything is outdated, so that a long outage does not fill the memory. */
    private static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    private final CacheStore store;
    private final StoreHealth health;
    private final List<String> everything;
    private final Map<String, Purge> purges = new HashMap<>();
    private final List<Release> releases = new ArrayList<>();
    private int leases;
    private long number;
    private volatile boolean purging;

    /**
     * A record that is outdated.
     *
     * @param leases to be taken out of it; those that are not end by themselves
     * @param number tells it from a later one of the same record
     */
    private record Purge(Set<String> leases, long number) {}

    /** A lease of a mutation that was rolled back; once it has ended by itself, readers take it out. */
    private record Release(List<String> records, String lease, long end) {}

    Unfinished(CacheStore store, StoreHealth health, List<String> everything) {
        this.store = store;
        this.health = health;
        this.everything = everything;
    }

    /** A mutation was committed, and the store does not know that these are outdated. */
    synchronized void outdate(Collection<String> records, String lease) {
        number++;
        if (leases + records.size() > MOST) {
            purges.clear();
            everything.forEach(record -> purges.put(record, new Purge(Set.of(), number)));
        } else {
            leases += records.size();
            for (var record : records) {
                var earlier = purges.get(record);
                var all = new HashSet<>(earlier == null ? Set.of() : earlier.leases());
                all.add(lease);
                purges.put(record, new Purge(all, number));
            }
        }
        purging = true;
    }

    /** A mutation was rolled back, and its lease stands until the end. */
    synchronized void release(Collection<String> records, String lease, long end) {
        if (releases.size() < MOST) {
            releases.add(new Release(List.copyOf(records), lease, end));
        }
    }

    /** Whether something is to be outdated that an entry with these records belongs to. */
    boolean concerns(List<String> records) {
        if (!purging) {
            return false;
        }
        synchronized (this) {
            return records.stream().anyMatch(purges::containsKey);
        }
    }

    /** Tries all of it again, up to the first failure. */
    void retry(long now) {
        try {
            for (var some = somePurges(); !some.isEmpty(); some = somePurges()) {
                store.outdate(leases(some));
                health.succeeded();
                outdated(some);
            }
            for (var release : someReleases(now)) {
                store.release(release.records(), release.lease());
                health.succeeded();
                released(release);
            }
        } catch (StoreException e) {
            health.failed(e);
        }
    }

    private synchronized Map<String, Purge> somePurges() {
        var some = new HashMap<String, Purge>();
        for (var purge : purges.entrySet()) {
            if (some.size() == AT_ONCE) {
                break;
            }
            some.put(purge.getKey(), purge.getValue());
        }
        return some;
    }

    private static Map<String, List<String>> leases(Map<String, Purge> some) {
        var leases = new HashMap<String, List<String>>();
        some.forEach((record, purge) -> leases.put(record, List.copyOf(purge.leases())));
        return leases;
    }

    /** Forgets what was carried out, and nothing that came meanwhile. */
    private synchronized void outdated(Map<String, Purge> done) {
        done.forEach((record, purge) ->
                purges.computeIfPresent(record, (name, now) -> now.number() == purge.number() ? null : now));
        purging = !purges.isEmpty();
        if (!purging) {
            leases = 0;
        }
    }

    private synchronized List<Release> someReleases(long now) {
        releases.removeIf(release -> release.end() + ReadDecision.GRACE_MILLIS < now);
        return List.copyOf(releases);
    }

    private synchronized void released(Release release) {
        releases.remove(release);
    }
}
