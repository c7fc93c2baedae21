package org.mizan.core.cache.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.CacheStore;

/**
 * A store in the memory of this process, bounded by bytes. Thread-safe; never fails.
 *
 * <p>Entries and records share the bound. Losing a record costs only misses: the next reader stamps it anew. A lease
 * cannot outlive its mutation here, since both end with the process.
 */
public final class LocalStore implements CacheStore {
    private static final String NODE = "local";
    /** About what an entry of a Caffeine cache, its key and the record's map take beside their text. */
    private static final int OVERHEAD = 200;

    private final Cache<String, Object> values;

    private record Entry(byte[] sealed, Duration life) {}

    /**
     * Creates a store.
     *
     * @param maxBytes about how many bytes of memory it may take
     * @param lifeOfRecords how long a record lives after its last change; longer than any entry
     */
    public LocalStore(long maxBytes, Duration lifeOfRecords) {
        this.values = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(LocalStore::weight)
                .expireAfter(Expiry.<String, Object>writing(
                        (key, value) -> value instanceof Entry entry ? entry.life() : lifeOfRecords))
                .executor(Runnable::run)
                .build();
    }

    private static int weight(String key, Object value) {
        long bytes = OVERHEAD + 2L * key.length();
        if (value instanceof Entry entry) {
            bytes += entry.sealed().length;
        } else if (value instanceof Record record) {
            bytes += 100L * record.leases().size();
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    @Override
    public Snapshot read(String entry, List<String> records) {
        var found = new TreeMap<String, Record>();
        for (var name : records) {
            if (values.getIfPresent(name) instanceof Record record) {
                found.put(name, record);
            }
        }
        return new Snapshot(values.getIfPresent(entry) instanceof Entry kept ? kept.sealed() : null, found);
    }

    @Override
    public Map<String, Held> stamp(Map<String, String> stamps) {
        var held = new TreeMap<String, Held>();
        stamps.forEach((name, fresh) -> values.asMap().compute(name, (key, value) -> {
            var record = record(value);
            var stamp = record.stamp() == null ? fresh : record.stamp();
            held.put(name, new Held(stamp, NODE));
            return new Record(stamp, record.leases(), NODE);
        }));
        return held;
    }

    @Override
    public void fill(String entry, byte[] sealed, Duration life) {
        values.put(entry, new Entry(sealed, life));
    }

    @Override
    public void lease(List<String> records, String lease, long end) {
        for (var name : records) {
            values.asMap().compute(name, (key, value) -> {
                var record = record(value);
                var leases = new TreeMap<>(record.leases());
                leases.put(lease, end);
                return new Record(record.stamp(), leases, NODE);
            });
        }
    }

    @Override
    public void outdate(Map<String, List<String>> leases) {
        leases.forEach((record, ended) ->
                values.asMap().computeIfPresent(record, (key, value) -> without(record(value), null, ended)));
    }

    @Override
    public void release(List<String> records, String lease) {
        for (var name : records) {
            values.asMap()
                    .computeIfPresent(
                            name,
                            (key, value) -> without(record(value), record(value).stamp(), List.of(lease)));
        }
    }

    private static Record record(@Nullable Object value) {
        return value instanceof Record record ? record : new Record(null, Map.of(), NODE);
    }

    /** Null, which removes it, when nothing is left. */
    private static @Nullable Record without(Record record, @Nullable String stamp, List<String> ended) {
        var leases = new TreeMap<>(record.leases());
        leases.keySet().removeAll(ended);
        return stamp == null && leases.isEmpty() ? null : new Record(stamp, leases, NODE);
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void close() {
        values.invalidateAll();
    }
}
