package org.mizan.bench.cache;

/** The same over more pages than names are remembered for: every hit computes its key and the names of its records. */
public class ManyPagesBenchmark extends LocalHitBenchmark {
    /** Twice as many. */
    public ManyPagesBenchmark() {
        super(8_192);
    }
}
