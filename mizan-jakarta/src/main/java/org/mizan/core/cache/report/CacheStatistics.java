package org.mizan.core.cache.report;

import java.util.Map;
import org.mizan.core.cache.entry.MissReason;

/**
 * What the cache did since it was opened.
 *
 * @param hits answers out of the store
 * @param misses reads that ran the functions, by reason; those of {@link MissReason#MUTATING},
 *     {@link MissReason#RESTLESS} and {@link MissReason#STORE_FAILED} were not kept
 * @param fills entries written
 * @param joins reads that used the result of another one's run
 * @param bypassed reads that did not ask the cache: of contexts that are never cached, and inside a transaction
 * @param outdated scopes that mutations outdated
 * @param storeErrors operations that the store did not carry out
 */
public record CacheStatistics(
        long hits,
        Map<MissReason, Long> misses,
        long fills,
        long joins,
        long bypassed,
        long outdated,
        long storeErrors) {}
