package org.mizan.bench.memory;

import org.mizan.bench.Figures;
import org.mizan.bench.Suite;

/** {@code -Dsuite=memory}. */
public final class MemorySuite implements Suite {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("memory.functions", () -> OfFunctions.measure(figures));
        figures.measure("memory.entries", () -> OfEntries.measure(figures));
    }
}
