package org.mizan.core.edge;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.PurgeSink;

/**
 * Stands between mutations and one sink: whoever adds waits for nothing, and a thread of its own tells the sink, again
 * and again with growing pauses when that fails. Thread-safe; the thread starts with the first target and ends with
 * {@link #close}.
 */
final class PurgeQueue implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PurgeQueue.class.getName());
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);
    private static final long BETWEEN_WARNINGS = TimeUnit.MINUTES.toNanos(1);
    private static final long FAREWELL_MILLIS = 3_000;
    private static final int LONGEST_TEXT = 300;

    private final String name;
    private final PurgeSink sink;
    private final String remedy;
    private final PendingPurges pending;
    private @Nullable Thread thread;
    private boolean closed;
    private long farewell;
    private boolean abandoned;
    private long pause;
    private long pauseEnds;
    private long warned = System.nanoTime() - BETWEEN_WARNINGS;
    private long warnedOfWidth = warned;

    /** What is to be told, and which part of it once more. */
    private record Batch(TargetSet fresh, TargetSet all, boolean last) {}

    /**
     * A queue.
     *
     * @param name what messages call the sink
     * @param remedy what messages advise when it fails
     * @param settle after how long everything is told once more; zero for never
     */
    PurgeQueue(String name, PurgeSink sink, String remedy, Duration settle) {
        this.name = name;
        this.sink = sink;
        this.remedy = remedy;
        this.pending = new PendingPurges(settle.toNanos());
    }

    /** Tells the sink soon. Neither waits nor throws. */
    synchronized void add(TargetSet targets) {
        if (closed || targets.isEmpty()) {
            return;
        }
        hold(targets);
        if (thread == null) {
            var worker = new Thread(null, this::work, "mizan-purge", 0, false);
            worker.setDaemon(true);
            worker.start();
            thread = worker;
        }
        notifyAll();
    }

    private void hold(TargetSet targets) {
        if (pending.add(targets) && System.nanoTime() - warnedOfWidth >= BETWEEN_WARNINGS) {
            warnedOfWidth = System.nanoTime();
            LOG.log(
                    Level.WARNING,
                    "MIZAN-01481: " + name + ": more became stale than it was told in time, so that whole contexts are"
                            + " told in the place of their parts: nothing is lost, but more is purged than need be. "
                            + remedy);
        }
    }

    private void work() {
        try {
            Batch batch;
            do {
                batch = next();
                tell(batch);
            } while (!batch.last());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Batch next() throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            if (abandoned) {
                lost(pending.takeAll());
                return new Batch(TargetSet.none(), TargetSet.none(), true);
            }
            if (closed) {
                return new Batch(TargetSet.none(), pending.takeAll(), true);
            }
            long rest = pause == 0 ? 0 : pauseEnds - now;
            if (rest > 0) {
                wait(TimeUnit.NANOSECONDS.toMillis(rest) + 1);
                continue;
            }
            var due = pending.takeDue(now);
            if (pending.isFresh() || !due.isEmpty()) {
                var fresh = pending.takeFresh();
                return new Batch(fresh, PendingPurges.union(fresh, due), false);
            }
            wait(pending.millisToNext(now));
        }
    }

    private void tell(Batch batch) {
        var all = batch.all();
        if (all.isEmpty()) {
            return;
        }
        try {
            sink.purge(all.targets().stream().map(PurgeQueue::stale).toList());
            succeeded(batch);
        } catch (Throwable e) {
            // An Error too: the thread is the sink's only one.
            if (batch.last()) {
                lost(all);
            } else {
                failed(all, e);
            }
        }
    }

    private static PurgeSink.Stale stale(Target target) {
        var params = new TreeMap<String, String>();
        target.params().forEach((param, value) -> params.put(param, value.text()));
        return new PurgeSink.Stale(target.context(), Optional.ofNullable(target.function()), params, target.toHeader());
    }

    private synchronized void succeeded(Batch batch) {
        if (pause > 0) {
            LOG.log(Level.INFO, "MIZAN-01482: " + name + ": it is told again of what becomes stale");
        }
        pause = 0;
        pending.repeat(batch.fresh(), System.nanoTime());
    }

    private synchronized void failed(TargetSet targets, Throwable failure) {
        long now = System.nanoTime();
        pause = pause == 0 ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
        pauseEnds = now + pause;
        hold(PendingPurges.union(targets, pending.takeFresh()));
        boolean loud = now - warned >= BETWEEN_WARNINGS;
        if (loud) {
            warned = now;
        }
        LOG.log(
                loud ? Level.WARNING : Level.DEBUG,
                "MIZAN-01480: " + name + ": it could not be told what became stale (" + failure
                        + "), so it may show old" + " data until it is; that is tried again at least every 30 seconds. "
                        + remedy,
                failure);
    }

    private void lost(TargetSet targets) {
        if (targets.isEmpty()) {
            return;
        }
        var text = targets.toHeader();
        LOG.log(
                Level.WARNING,
                "MIZAN-01483: " + name + ": the application ended before it was told that these became stale: "
                        + (text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text)
                        + ". Purge them by hand, or everything.");
    }

    /** Takes nothing more, and begins to tell what is left. Does not wait. */
    synchronized void end() {
        if (!closed) {
            closed = true;
            farewell = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
            notifyAll();
        }
    }

    /** Tells what is left, once and until three seconds after its end began, and ends the thread. */
    @Override
    public void close() {
        Thread worker;
        long left;
        synchronized (this) {
            end();
            worker = thread;
            left = TimeUnit.NANOSECONDS.toMillis(farewell - System.nanoTime());
        }
        if (worker == null) {
            return;
        }
        try {
            worker.join(Math.max(1, left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            abandoned = true;
        }
        worker.interrupt();
    }
}
