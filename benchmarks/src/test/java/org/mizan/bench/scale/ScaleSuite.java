package org.mizan.bench.scale;

import org.mizan.bench.Figures;
import org.mizan.bench.Suite;

/** {@code -Dsuite=scale}. */
public final class ScaleSuite implements Suite {
    @Override
    public String name() {
        return "scale";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("scale.functions", () -> Requests.functions(figures));
        figures.measure("scale.contexts", () -> Requests.contexts(figures));
        figures.measure("scale.redis", () -> RedisCommands.measure(figures));
        figures.measure("scale.http", () -> HttpRequests.measure(figures));
    }

    @Override
    public void runShort(Figures figures) {
        figures.measure("scale.functions", () -> Requests.shortly(figures));
    }
}
