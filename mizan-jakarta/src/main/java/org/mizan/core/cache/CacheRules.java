package org.mizan.core.cache;

import java.time.Duration;

/**
 * What an application decides about its cache.
 *
 * @param secret the secret of keys and envelopes
 * @param namespace what precedes every key in the store, so that applications can share one
 * @param epoch part of every entry's key: another epoch starts with no entries, while records stay common to all
 * @param lease how long a mutation's lease lasts unless it is renewed
 * @param refuse whether a mutation whose lease cannot be written is refused
 * @param patience how long a read waits for another one that runs the same
 */
public record CacheRules(
        byte[] secret, String namespace, String epoch, Duration lease, boolean refuse, Duration patience) {}
