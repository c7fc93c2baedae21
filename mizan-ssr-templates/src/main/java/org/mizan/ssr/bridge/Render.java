package org.mizan.ssr.bridge;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One attempt at a render: first it may wait for a worker, then for the answer. Thread-safe. */
final class Render {
    /** How an attempt ended. */
    sealed interface Outcome {}

    /** With a page. */
    record Page(Rendered page) implements Outcome {}

    /** With something that would be no better the next time. */
    record Failed(RenderException why) implements Outcome {}

    /** With its worker gone, for which it may not be to blame. */
    record Lost(String why) implements Outcome {}

    final String view;
    /** The worker that has a place for it; fails when there will be none. */
    final CompletableFuture<Worker> turn = new CompletableFuture<>();

    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    /** When a worker can have begun with it, as far as is known; in nanoseconds. */
    private volatile long since;

    Render(String view) {
        this.view = view;
    }

    void mayHaveBegun(long nanos) {
        since = nanos;
    }

    long since() {
        return since;
    }

    /** The failure that a turn was refused with. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RenderException why;

        Refusal(RenderException why) {
            super(why.getMessage(), why, false, false);
            this.why = why;
        }

        static @Nullable RenderException of(@Nullable Throwable failure) {
            return failure instanceof Refusal refusal ? refusal.why : null;
        }
    }
}
