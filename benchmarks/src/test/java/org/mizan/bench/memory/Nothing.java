package org.mizan.bench.memory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mizan.spi.CacheStore;

/** A store that keeps nothing, so that what a cache keeps beside its store shows. */
final class Nothing implements CacheStore {
    @Override
    public Snapshot read(String entry, List<String> records) {
        return new Snapshot(null, Map.of());
    }

    @Override
    public Map<String, Held> stamp(Map<String, String> stamps) {
        return Map.of();
    }

    @Override
    public void fill(String entry, byte[] sealed, Duration life) {
        // Kept nowhere.
    }

    @Override
    public void lease(List<String> records, String lease, long end) {
        // Kept nowhere.
    }

    @Override
    public void outdate(Map<String, List<String>> leases) {
        // Kept nowhere.
    }

    @Override
    public void release(List<String> records, String lease) {
        // Kept nowhere.
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
