package org.mizan.ssr.bridge;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks after the workers, many times in the time that a render may take: kills those that are late, starts those that
 * are missing, replaces those that have lived long enough. Its thread never waits for a worker.
 */
final class Supervisor implements AutoCloseable {
    private static final long ROUNDS_IN_A_TIMEOUT = 20;
    private static final long LONGEST_ROUND = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SHORTEST_ROUND = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PING = TimeUnit.SECONDS.toNanos(1);
    private static final long DRAINING = TimeUnit.SECONDS.toNanos(2);

    private final Pool pool;
    private final Logger log;
    private final Duration startTimeout;
    private final ScheduledThreadPoolExecutor timer;
    private final long timeout;
    private final long round;
    private final AtomicBoolean starting = new AtomicBoolean();
    private long last;
    private long lastPing;

    Supervisor(Pool pool, Duration startTimeout, Logger log) {
        this.pool = pool;
        this.log = log;
        this.startTimeout = startTimeout;
        this.timeout = pool.settings().timeout().toNanos();
        this.round = Math.max(SHORTEST_ROUND, Math.min(LONGEST_ROUND, timeout / ROUNDS_IN_A_TIMEOUT));
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "mizan-ssr-supervisor");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
    }

    /** Begins, unless it has, or is closed. */
    void start() {
        if (!starting.get() && starting.compareAndSet(false, true)) {
            last = System.nanoTime();
            lastPing = last;
            try {
                timer.scheduleWithFixedDelay(this::look, round, round, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // Closed: there are no workers any more, nor will there be.
            }
        }
    }

    private void look() {
        try {
            long now = System.nanoTime();
            /*
             * When this JVM has stood still, answers lie in the pipes that nobody has read: nobody is late, unless it
             * still is in the next round.
             */
            boolean stoodStill = now - last > 5 * round + LONGEST_ROUND;
            last = now;
            boolean ping = now - lastPing > PING;
            lastPing = ping ? now : lastPing;
            for (var worker : pool.workers()) {
                look(worker, now, stoodStill, ping);
            }
            pool.recycle(now);
            pool.fillUp();
        } catch (RuntimeException e) {
            // Else it would be the last round.
            log.log(Level.ERROR, "The workers cannot be looked after.", e);
        }
    }

    private void look(Worker worker, long now, boolean stoodStill, boolean ping) {
        if (!worker.ready) {
            if (!stoodStill && !worker.wasKilled() && now - worker.started() > startTimeout.toNanos()) {
                pool.neverReady(worker, startTimeout.toMillis());
                worker.kill("it did not get ready in time");
            }
        } else if (worker.drainingSince != 0
                && worker.inFlight == 0
                && now - worker.drainingSince > DRAINING + timeout) {
            worker.kill("it was replaced and did not end");
        } else if (!stoodStill) {
            if (ping) {
                worker.ping();
            }
            worker.check(now, timeout);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
