package org.mizan.it.app.outcomes;

/** What became of work on a thread without a request. */
public final class Threads {
    private Threads() {}

    /** {@code done}, or what was thrown. */
    public static String outcome(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (RuntimeException e) {
            return String.valueOf(e);
        }
    }
}
