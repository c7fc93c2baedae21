package org.mizan.core.cache.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mizan.core.cache.StoreContract;
import org.mizan.spi.CacheStore;

/** The store in the process, by the contract, and its bound. */
class LocalStoreTest extends StoreContract {
    @Override
    protected CacheStore open() {
        return new LocalStore(1 << 20, Duration.ofHours(48));
    }

    @Test
    void entriesBeyondTheBound_areDropped() {
        var store = open();
        IntStream.range(0, 100).forEach(i -> store.fill("e" + i, new byte[100_000], Duration.ofMinutes(1)));
        long kept = IntStream.range(0, 100)
                .filter(i -> store.read("e" + i, List.of()).entry() != null)
                .count();
        assertTrue(kept >= 1 && kept <= 10, kept + " entries of 100 KB in 1 MiB");
    }
}
