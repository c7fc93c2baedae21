package org.mizan.spi;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells something outside the application what became stale, as a cache that did not see the response: a CDN by its API,
 * another application. Optional; any number of CDI beans.
 *
 * <p>It hears of every invalidation of this process after its commit: of calls, pages and routes, direct calls from Java,
 * timers and asynchronous work; of none that was rolled back. Each sink has a thread of the library's own, where there is
 * neither a request nor a transaction, and is called there once at a time; the mutation waits for nothing. What becomes
 * stale meanwhile is merged into the next call. When that grows beyond 64 KB of text, whole contexts take the place of
 * their parts, and finally everything: it gets broader, and nothing is lost.
 */
@FunctionalInterface
public interface PurgeSink {

    /**
     * These became stale; they may have been told before.
     *
     * @param stale not empty; none covers another
     * @throws Exception when they could not be told: they are told again together with later ones, after 0.2 s and then
     *     after twice as long each time, up to 30 s
     */
    void purge(List<Stale> stale) throws Exception;

    /**
     * What became stale (PROTOCOL §6).
     *
     * @param context the name of the context; {@code *} for everything
     * @param function one function of it; empty for the whole context
     * @param params the text of each parameter that it is narrowed to
     * @param header the same as {@code X-Mizan-Invalidate} has it
     */
    record Stale(String context, Optional<String> function, SortedMap<String, String> params, String header) {
        /** Copies the map. */
        public Stale {
            params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        }
    }
}
