package org.mizan.bench.memory;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import org.mizan.bench.Spread;

/** How much heap something keeps: what is used after it was made less what was used before, both after collecting. */
final class Heap {
    private static final int COLLECTIONS = 4;
    private static final int ROUNDS = 5;

    private Heap() {}

    /** Makes something. */
    @FunctionalInterface
    interface Maker {
        /** What it gives is kept until the heap was measured. */
        Object make() throws ReflectiveOperationException;
    }

    /** Bytes for one of several units that are made at once; what the first round loads and caches does not count. */
    static Spread bytesPer(double units, Maker maker) throws InterruptedException, ReflectiveOperationException {
        var samples = new ArrayList<Double>();
        for (int round = -1; round < ROUNDS; round++) {
            long before = used();
            var kept = maker.make();
            long after = used();
            Reference.reachabilityFence(kept);
            if (round >= 0) {
                samples.add((after - before) / units);
            }
        }
        return Spread.of(samples);
    }

    private static long used() throws InterruptedException {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            Thread.sleep(50);
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
