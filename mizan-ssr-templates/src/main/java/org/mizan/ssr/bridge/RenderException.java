package org.mizan.ssr.bridge;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A render that gave no page; its message begins with a code. */
public abstract sealed class RenderException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private RenderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The view threw. */
    public static final class Component extends RenderException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Place place;

        /** Creates one. */
        public Component(String message, Place place) {
            super(message, null);
            this.place = place;
        }

        /** Where it threw, mapped to the sources. */
        public Place place() {
            return place;
        }
    }

    /**
     * Where a view threw.
     *
     * @param message what it threw
     * @param file the source file; empty when it is not known
     * @param line from 1; 0 when it is not known
     * @param column from 1; 0 when it is not known
     * @param stack the stack as JavaScript prints it, mapped to the sources
     */
    public record Place(String message, Optional<String> file, int line, int column, String stack) {}

    /** The queue is full: nothing was rendered, and trying again later makes sense. */
    public static final class Overloaded extends RenderException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        /** Creates one. */
        public Overloaded(String message, Duration retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        /** When trying again makes sense. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** No worker gave an answer: none starts, or they crashed, hung or broke the protocol with it, twice. */
    public static final class Worker extends RenderException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Creates one. */
        public Worker(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
