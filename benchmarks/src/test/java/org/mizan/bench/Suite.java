package org.mizan.bench;

/** The figures of one part of the library; at most ten minutes together. A new suite is one class more, named in {@link Benchmarks}. */
public interface Suite {

    /** What {@code -Dsuite} calls it, and the first part of its figures' names. */
    String name();

    /**
     * Measures. One figure that cannot be measured does not keep the others from it: each is its own
     * {@link Figures#measure}.
     */
    void run(Figures figures);

    /** Measures ratios that a gross regression would show in, in a minute or less; by default none. */
    default void runShort(Figures figures) {}
}
