package org.mizan.core.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The settings of views that Bun renders.
 *
 * @param bun the executable
 * @param workers how many processes render
 * @param timeout how long a render may take
 * @param queue how many renders may wait for a worker
 * @param clientOnOverload whether pages that find the queue full render in the browser, rather than being refused
 * @param clientOnFailure whether pages that cannot be rendered render in the browser, rather than being an error
 * @param recycle when a worker is replaced by a fresh one
 * @param maxPage the most bytes of HTML of one render
 * @param development where the sources are, in development; empty in production
 * @param timeZone the time zone that pages are rendered in
 * @param prerenderRate how many prerendered pages may be rendered anew in a second, in the background
 */
public record SsrSettings(
        Optional<String> bun,
        int workers,
        Duration timeout,
        int queue,
        boolean clientOnOverload,
        boolean clientOnFailure,
        Recycle recycle,
        int maxPage,
        Optional<Development> development,
        ZoneId timeZone,
        int prerenderRate) {
    private static final int MOST_WORKERS_BY_DEFAULT = 4;

    /**
     * When a worker is replaced; 0 for never.
     *
     * @param renders after how many renders
     * @param age after how long a life
     * @param rss beyond how many bytes of resident memory
     */
    public record Recycle(long renders, Duration age, long rss) {}

    /**
     * Where the sources are.
     *
     * @param views the folder of the views
     * @param client the folder of the generated client; empty for the one beside the views
     */
    public record Development(String views, Optional<String> client) {}

    /** What holds when nothing is configured. */
    public static SsrSettings defaults() {
        return new SsrSettings(
                Optional.empty(),
                Math.min(Runtime.getRuntime().availableProcessors(), MOST_WORKERS_BY_DEFAULT),
                Duration.ofSeconds(5),
                256,
                false,
                true,
                new Recycle(0, Duration.ZERO, 512L << 20),
                16 << 20,
                Optional.empty(),
                ZoneId.systemDefault(),
                5);
    }
}
