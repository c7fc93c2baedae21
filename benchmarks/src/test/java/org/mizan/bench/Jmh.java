package org.mizan.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH benchmarks: average time of one operation, and what it allocates. */
public final class Jmh {
    private Jmh() {}

    /**
     * What a benchmark method gave.
     *
     * @param time microseconds for one operation: the median, the fastest and the slowest of the iterations
     * @param allocation bytes for one operation
     */
    public record Cost(Spread time, Spread allocation) {}

    /** Runs all benchmarks of a class; results by the name of the method. */
    public static Map<String, Cost> run(Class<?> type) throws RunnerException {
        var options = new OptionsBuilder()
                .include(type.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(2)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        var costs = new TreeMap<String, Cost>();
        for (var result : new Runner(options).run()) {
            var time = result.getPrimaryResult();
            var allocation = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (allocation == null) {
                throw new IllegalStateException("JMH gave no allocation rate");
            }
            costs.put(time.getLabel(), new Cost(spread(time.getStatistics()), spread(allocation.getStatistics())));
        }
        return costs;
    }

    private static Spread spread(Statistics statistics) {
        return new Spread(statistics.getPercentile(50), statistics.getMin(), statistics.getMax());
    }
}
