package org.mizan.core.cache.report;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.mizan.spi.StoreException;

/**
 * Whether the store answers: warns once a minute while it does not, says once when it is back, and spares readers the
 * time-outs of a store that is down. Thread-safe.
 *
 * <p>After {@value #TOO_MANY} failures in a row readers leave the store alone for a second; then one operation tries
 * again. Mutations always try: what they write is what keeps others from stale reads.
 */
public final class StoreHealth {
    private static final Logger LOG = System.getLogger(StoreHealth.class.getName());
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toMillis();
    private static final long REST = Duration.ofSeconds(1).toMillis();
    private static final int TOO_MANY = 3;

    private final Clock clock;
    private final CacheCounters counters;
    private volatile int failures;
    private long warned;
    private long restUntil;
    private boolean everWarned;
    private boolean told;

    /** The health of a store that has not failed yet. */
    public StoreHealth(Clock clock, CacheCounters counters) {
        this.clock = clock;
        this.counters = counters;
    }

    /** The store did not carry something out. */
    public void failed(StoreException failure) {
        counters.storeError();
        LOG.log(Level.DEBUG, "the store did not answer", failure);
        boolean warn;
        synchronized (this) {
            long now = clock.millis();
            failures++;
            restUntil = now + REST;
            warn = !everWarned || now - warned >= BETWEEN_WARNINGS;
            if (warn) {
                everWarned = true;
                told = true;
                warned = now;
            }
        }
        if (warn) {
            LOG.log(
                    Level.WARNING,
                    "MIZAN-00520: the store of the origin cache does not answer: {0}. Requests are answered without it."
                            + " See that it is up, reachable and has memory; this is repeated at most once a minute.",
                    reasons(failure));
        }
    }

    private static String reasons(Throwable failure) {
        var text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (var cause = failure.getCause(); cause != null && text.length() < 500; cause = cause.getCause()) {
            text.append(": ")
                    .append(cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage());
        }
        return text.toString();
    }

    /** The store carried something out. */
    public void succeeded() {
        if (failures == 0) {
            return;
        }
        boolean back;
        synchronized (this) {
            failures = 0;
            back = told;
            told = false;
        }
        if (back) {
            LOG.log(Level.INFO, "MIZAN-00521: the store of the origin cache answers again");
        }
    }

    /** Whether a reader should not even try. */
    public boolean resting() {
        if (failures < TOO_MANY) {
            return false;
        }
        synchronized (this) {
            if (clock.millis() >= restUntil) {
                restUntil = clock.millis() + REST; // this one tries; the others wait for what it finds
                return false;
            }
            return failures >= TOO_MANY;
        }
    }
}
