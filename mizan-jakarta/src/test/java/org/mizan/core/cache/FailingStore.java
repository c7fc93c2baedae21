package org.mizan.core.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/** A real store behind a line that can be cut, for single operations or for all. */
public class FailingStore implements CacheStore {
    /** What can fail. */
    public enum Operation {
        READ,
        STAMP,
        FILL,
        LEASE,
        OUTDATE,
        RELEASE
    }

    private final CacheStore store;
    private final Set<Operation> failing = new HashSet<>();

    public FailingStore(CacheStore store) {
        this.store = store;
    }

    /** Makes operations fail from now on; they are carried out by nobody. */
    public synchronized void fail(Operation... operations) {
        failing.addAll(List.of(operations));
    }

    /** Everything works again. */
    public synchronized void mend() {
        failing.clear();
    }

    private synchronized CacheStore to(Operation operation) {
        if (failing.contains(operation)) {
            throw new StoreException("cut", new IOException(operation.name()));
        }
        return store;
    }

    @Override
    public Snapshot read(String entry, List<String> records) {
        return to(Operation.READ).read(entry, records);
    }

    @Override
    public Map<String, Held> stamp(Map<String, String> stamps) {
        return to(Operation.STAMP).stamp(stamps);
    }

    @Override
    public void fill(String entry, byte[] sealed, Duration life) {
        to(Operation.FILL).fill(entry, sealed, life);
    }

    @Override
    public void lease(List<String> records, String lease, long end) {
        to(Operation.LEASE).lease(records, lease, end);
    }

    @Override
    public void outdate(Map<String, List<String>> leases) {
        to(Operation.OUTDATE).outdate(leases);
    }

    @Override
    public void release(List<String> records, String lease) {
        to(Operation.RELEASE).release(records, lease);
    }

    @Override
    public boolean shared() {
        return store.shared();
    }

    @Override
    public void close() {
        store.close();
    }
}
