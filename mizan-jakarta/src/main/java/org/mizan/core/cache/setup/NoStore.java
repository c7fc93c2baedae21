package org.mizan.core.cache.setup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/** The store of an application whose store cannot be reached by any means: it never answers. Thread-safe. */
final class NoStore implements CacheStore {
    private final String why;

    NoStore(String why) {
        this.why = why;
    }

    private StoreException failure() {
        return new StoreException("the URL cannot be used", new IOException(why));
    }

    @Override
    public Snapshot read(String entry, List<String> records) {
        throw failure();
    }

    @Override
    public Map<String, Held> stamp(Map<String, String> stamps) {
        throw failure();
    }

    @Override
    public void fill(String entry, byte[] sealed, Duration life) {
        throw failure();
    }

    @Override
    public void lease(List<String> records, String lease, long end) {
        throw failure();
    }

    @Override
    public void outdate(Map<String, List<String>> leases) {
        throw failure();
    }

    @Override
    public void release(List<String> records, String lease) {
        throw failure();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
