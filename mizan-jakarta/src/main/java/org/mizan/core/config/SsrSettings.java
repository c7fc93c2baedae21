package org.mizan.core.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.mizan.core.problem.Problem;

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

    /** What is configured. */
    static SsrSettings read(SettingValues values) {
        var defaults = defaults();
        var recycle = defaults.recycle();
        return new SsrSettings(
                values.text(PropertyNames.SSR_BUN),
                (int) values.number(PropertyNames.SSR_WORKERS, defaults.workers(), 1, 64),
                values.millis(PropertyNames.SSR_TIMEOUT, defaults.timeout()),
                values.number(PropertyNames.SSR_QUEUE, defaults.queue(), 0),
                values.choice(PropertyNames.SSR_ON_OVERLOAD, false, Map.of("refuse", false, "client", true)),
                values.choice(PropertyNames.SSR_ON_FAILURE, true, Map.of("client", true, "error", false)),
                new Recycle(
                        values.number(PropertyNames.SSR_RECYCLE_RENDERS, recycle.renders(), 0, Long.MAX_VALUE),
                        values.seconds(PropertyNames.SSR_RECYCLE_AGE, recycle.age(), 0),
                        values.number(PropertyNames.SSR_RECYCLE_RSS, recycle.rss(), 0, Long.MAX_VALUE)),
                values.number(PropertyNames.SSR_MAX_PAGE, defaults.maxPage(), 1),
                development(values),
                timeZone(values, defaults.timeZone()),
                values.number(PropertyNames.SSR_PRERENDER_RATE, defaults.prerenderRate(), 0));
    }

    private static Optional<Development> development(SettingValues values) {
        boolean develops = values.choice(PropertyNames.SSR_DEV, false, Map.of("true", true, "false", false));
        if (!develops) {
            return Optional.empty();
        }
        var source = values.text(PropertyNames.SSR_SOURCE);
        if (source.isEmpty()) {
            values.report(Problem.error(
                    120,
                    PropertyNames.SSR_SOURCE,
                    "mizan.ssr.dev=true needs the folder that the views are edited in.",
                    "Set it to the absolute path of that folder, or remove mizan.ssr.dev."));
        }
        source.filter(views -> !isFolder(views))
                .ifPresent(views -> values.report(Problem.error(
                        122,
                        PropertyNames.SSR_SOURCE,
                        "'" + views + "' is no folder on this machine.",
                        "Set it to the absolute path of the folder that the views are edited in, or remove"
                                + " mizan.ssr.dev.")));
        return source.map(views -> new Development(views, values.text(PropertyNames.SSR_CLIENT)));
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static ZoneId timeZone(SettingValues values, ZoneId defaultZone) {
        var text = values.text(PropertyNames.SSR_TIME_ZONE);
        try {
            return text.map(ZoneId::of).orElse(defaultZone);
        } catch (DateTimeException e) {
            values.report(Problem.error(
                    121,
                    PropertyNames.SSR_TIME_ZONE,
                    "'" + text.orElse("") + "' is no time zone.",
                    "Write it as Europe/Berlin or UTC."));
            return defaultZone;
        }
    }
}
