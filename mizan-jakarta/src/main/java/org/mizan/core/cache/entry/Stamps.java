package org.mizan.core.cache.entry;

import java.util.Collections;
import java.util.SortedMap;
import org.mizan.spi.CacheStore;

/** The stamp of each scope that an entry belongs to, with the node that holds it, by the record's name. */
public record Stamps(SortedMap<String, CacheStore.Held> byRecord) {
    /** Takes the map as it is. */
    public Stamps {
        byRecord = Collections.unmodifiableSortedMap(byRecord);
    }
}
