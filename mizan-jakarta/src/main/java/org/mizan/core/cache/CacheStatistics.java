package org.mizan.core.cache;

import java.util.Map;

/**
 * What the cache did since it was opened.
 *
 * @param hits answers out of the store
 * @param misses reads that ran the functions, by reason; those of {@link MissReason#MUTATING} and
 *     {@link MissReason#STORE_FAILED} were not kept
 * @param fills entries written
 * @param joins reads that used the result of another one's run
 * @param storeErrors operations that the store did not carry out
 */
public record CacheStatistics(long hits, Map<MissReason, Long> misses, long fills, long joins, long storeErrors) {}
