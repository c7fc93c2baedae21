package org.mizan.core.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/**
 * What one sink is still to be told, now and once more later. Bounded: beyond {@link #MOST_BYTES} of text whole contexts
 * take the place of their parts. Not thread-safe.
 */
final class PendingPurges {
    /** The most bytes of header text at a time; twice as many may wait before they are merged. */
    static final int MOST_BYTES = 64 << 10;

    private static final int PARTS_OF_SETTLING = 8;

    private final long settleNanos;
    /** Told once, and due for the second time; each collects for a part of the settling time. */
    private final Deque<Repeat> repeats = new ArrayDeque<>();

    private TargetSet.Builder fresh = new TargetSet.Builder();
    private long bytes;

    private static final class Repeat {
        private final long collectsUntil;
        private final long due;
        private TargetSet targets = TargetSet.none();

        Repeat(long collectsUntil, long due) {
            this.collectsUntil = collectsUntil;
            this.due = due;
        }
    }

    PendingPurges(long settleNanos) {
        this.settleNanos = settleNanos;
    }

    /** Adds what is to be told at once; returns whether that made something broader. */
    boolean add(TargetSet targets) {
        for (Target target : targets.targets()) {
            fresh.add(target);
            bytes += target.toHeader().length();
        }
        if (bytes <= 2 * MOST_BYTES) {
            return false;
        }
        var exact = fresh.build();
        var limited = exact.limitedTo(MOST_BYTES);
        fresh = builder(limited);
        bytes = limited.toHeader().length();
        return !limited.equals(exact);
    }

    private static TargetSet.Builder builder(TargetSet targets) {
        var builder = new TargetSet.Builder();
        targets.targets().forEach(builder::add);
        return builder;
    }

    /** Whether something waits to be told at once. */
    boolean isFresh() {
        return bytes > 0;
    }

    /** Takes what is to be told at once. */
    TargetSet takeFresh() {
        var taken = fresh.build();
        fresh = new TargetSet.Builder();
        bytes = 0;
        return taken;
    }

    /** These were told, and are to be told once more after the settling time. */
    void repeat(TargetSet told, long now) {
        if (settleNanos == 0 || told.isEmpty()) {
            return;
        }
        var last = repeats.peekLast();
        if (last == null || now - last.collectsUntil > 0) {
            long until = now + settleNanos / PARTS_OF_SETTLING;
            last = new Repeat(until, until + settleNanos);
            repeats.add(last);
        }
        last.targets = union(last.targets, told).limitedTo(MOST_BYTES);
    }

    /** Takes what is to be told once more by now. */
    TargetSet takeDue(long now) {
        var due = TargetSet.none();
        for (var first = repeats.peek(); first != null && now - first.due >= 0; first = repeats.peek()) {
            due = union(due, first.targets);
            repeats.remove();
        }
        return due;
    }

    /** Takes everything, due or not. */
    TargetSet takeAll() {
        var all = takeFresh();
        for (var repeat : repeats) {
            all = union(all, repeat.targets);
        }
        repeats.clear();
        return all;
    }

    /** Milliseconds until something is to be told once more, at least 1; a minute when nothing is. */
    long millisToNext(long now) {
        var first = repeats.peek();
        return first == null
                ? TimeUnit.MINUTES.toMillis(1)
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(first.due - now) + 1);
    }

    static TargetSet union(TargetSet first, TargetSet second) {
        var all = builder(first);
        List.copyOf(second.targets()).forEach(all::add);
        return all.build();
    }
}
