package org.mizan.core.edge;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.mizan.core.config.PropertyNames;
import org.mizan.core.config.Settings;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.PurgeSink;

/**
 * All sinks of an application: those that it brings, and one for each of {@code mizan.edge.purge-urls}. A slow one keeps
 * up neither mutations nor the others. Thread-safe.
 */
public final class Purges implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final List<PurgeQueue> queues = new ArrayList<>();
    private final @Nullable ExecutorService clientThreads;

    /** The sinks of an application; nothing runs before the first {@link #tell}. */
    public Purges(Settings settings, List<PurgeSink> sinks) {
        for (var sink : sinks) {
            queues.add(new PurgeQueue(
                    sink.getClass().getName(),
                    sink,
                    "See why it throws or is slow; the log at DEBUG says each time.",
                    Duration.ZERO));
        }
        var edge = settings.edge();
        if (edge.purgeUrls().isEmpty()) {
            clientThreads = null;
            return;
        }
        var threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(null, work, "mizan-purge-http", 0, false);
            thread.setDaemon(true);
            return thread;
        });
        clientThreads = threads;
        var client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
        for (var url : edge.purgeUrls()) {
            queues.add(new PurgeQueue(
                    PropertyNames.EDGE_PURGE_URLS + ": " + url,
                    new HttpPurge(client, url, edge.purgeToken(), settings.maxHeader()),
                    "See that it is up and answers PURGE from here with 2xx, or correct the URL.",
                    edge.settle()));
        }
    }

    /** These became stale. Neither waits nor throws. */
    public void tell(TargetSet targets) {
        for (var queue : queues) {
            queue.add(targets);
        }
    }

    /** Tells what is left, as far as that works at once, and ends all threads. */
    @Override
    public void close() {
        // All at once: three seconds are for all of them.
        queues.forEach(PurgeQueue::end);
        queues.forEach(PurgeQueue::close);
        if (clientThreads != null) {
            clientThreads.shutdownNow();
        }
    }
}
