package org.mizan.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the origin cache keeps its entries and the records of its scopes (PROTOCOL §7.3).
 *
 * <p>A record is a small map: the scope's <em>stamp</em>, and the <em>leases</em> of mutations that run on it with the
 * time at which each ends. A store keeps what it is given as it is: it neither reads entries nor decides anything, and
 * it may lose an entry or a whole record at any time, but never a part of a record. Every method is one round trip
 * (in a cluster, one for each node, in parallel). Thread-safe.
 */
public interface CacheStore extends AutoCloseable {

    /**
     * Reads an entry and records, each at some moment of the call.
     *
     * @throws StoreException when the store does not answer
     */
    Snapshot read(String entry, List<String> records);

    /**
     * Gives records a stamp, each unless it has one. Never carried out again after the call: a stamp that comes back after
     * it was taken out makes entries valid that are not.
     *
     * @param stamps a fresh stamp for each record
     * @return the stamp that each record has now, its own or the fresh one, and the node that holds it
     * @throws StoreException when the store does not answer
     */
    Map<String, Held> stamp(Map<String, String> stamps);

    /**
     * Keeps an entry.
     *
     * @throws StoreException when the store does not answer
     */
    void fill(String entry, byte[] sealed, Duration life);

    /**
     * Writes a lease into records, or a later end of it.
     *
     * @param end milliseconds since 1970-01-01T00:00Z
     * @throws StoreException when the store does not answer; the lease may stand in some of the records then
     */
    void lease(List<String> records, String lease, long end);

    /**
     * Takes the stamp and leases out of records: for each record one atomic command that may be repeated.
     *
     * @param leases the leases to take out, by record
     * @throws StoreException when the store does not answer; some or all of it may have been carried out
     */
    void outdate(Map<String, List<String>> leases);

    /**
     * Takes a lease out of records and leaves their stamps.
     *
     * @throws StoreException when the store does not answer
     */
    void release(List<String> records, String lease);

    /** Whether others can read and write here too, so that what it returns must be authenticated. */
    boolean shared();

    @Override
    void close();

    /**
     * What was read.
     *
     * @param entry the entry's bytes as they were filled; null when there is none
     * @param records those that exist, by name
     */
    record Snapshot(byte @Nullable [] entry, Map<String, Record> records) {}

    /**
     * A scope's record.
     *
     * @param stamp null when it has none
     * @param leases the end of each lease in milliseconds since 1970-01-01T00:00Z, by its id
     * @param node what identifies the process that holds the record, anew at each of its starts
     */
    record Record(@Nullable String stamp, Map<String, Long> leases, String node) {}

    /** A stamp and the node that holds it. */
    record Held(String stamp, String node) {}
}
