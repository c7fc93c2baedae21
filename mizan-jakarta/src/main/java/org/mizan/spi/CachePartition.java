package org.mizan.spi;

/**
 * Divides the origin cache, as by tenant or host: entries and invalidations of one partition never meet those of
 * another, except {@code Invalidations.everything()}, which reaches all. Optional; a CDI bean in the application.
 * Thread-safe.
 */
@FunctionalInterface
public interface CachePartition {

    /**
     * The partition of the current request or, outside requests, of the work that runs on this thread.
     *
     * @return a name that means the same on every node; empty for none
     */
    String current();
}
