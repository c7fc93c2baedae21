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
    /** Beyond so many records everything is outdated, so that a long outage does not fill the memory. */
    private static final int MOST_RECORDS = 10_000;

    private static final int AT_ONCE = 500;

    private final CacheStore store;
    private final StoreHealth health;
    private final List<String> everything;
    private final Map<String, Set<String>> purges = new HashMap<>();
    private final List<Release> releases = new ArrayList<>();
    private volatile boolean purging;

    /** A lease of a mutation that was rolled back; once it has ended by itself, readers take it out. */
    private record Release(List<String> records, String lease, long end) {}

    Unfinished(CacheStore store, StoreHealth health, List<String> everything) {
        this.store = store;
        this.health = health;
        this.everything = everything;
    }

    /** A mutation was committed, and the store does not know that these are outdated. */
    synchronized void outdate(Collection<String> records, String lease) {
        boolean tooMany = purges.size() + records.size() > MOST_RECORDS;
        if (tooMany) {
            purges.clear();
        }
        for (var record : tooMany ? everything : records) {
            purges.computeIfAbsent(record, name -> new HashSet<>()).add(lease);
        }
        purging = true;
    }

    /** A mutation was rolled back, and its lease stands until the end. */
    synchronized void release(Collection<String> records, String lease, long end) {
        if (releases.size() < MOST_RECORDS) {
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
                store.outdate(some);
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

    private synchronized Map<String, List<String>> somePurges() {
        var some = new HashMap<String, List<String>>();
        for (var purge : purges.entrySet()) {
            if (some.size() == AT_ONCE) {
                break;
            }
            some.put(purge.getKey(), List.copyOf(purge.getValue()));
        }
        return some;
    }

    /** Forgets what was carried out; a purge of the same record that came meanwhile has another lease, and stays. */
    private synchronized void outdated(Map<String, List<String>> done) {
        done.forEach((record, leases) -> purges.computeIfPresent(record, (name, left) -> {
            leases.forEach(left::remove);
            return left.isEmpty() ? null : left;
        }));
        purging = !purges.isEmpty();
    }

    private synchronized List<Release> someReleases(long now) {
        releases.removeIf(release -> release.end() + ReadDecision.GRACE_MILLIS < now);
        return List.copyOf(releases);
    }

    private synchronized void released(Release release) {
        releases.remove(release);
    }
}
