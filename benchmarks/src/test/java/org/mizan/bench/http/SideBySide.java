package org.mizan.bench.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mizan.bench.Spread;

/** Two jobs in turn, on one server. */
final class SideBySide {
    private static final int CLIENTS = 6;

    private final List<Round> ours = new ArrayList<>();
    private final List<Round> theirs = new ArrayList<>();

    /** How long: pairs to warm up, pairs that count, the seconds of each half. */
    record Effort(int warmUps, int pairs, double seconds) {}

    /** A job's throughput and what one of it cost the server. */
    record Round(double perSecond, double bytes, double micros) {}

    static SideBySide run(Job ours, Job theirs, Effort effort) throws IOException, InterruptedException {
        var result = new SideBySide();
        for (int i = -effort.warmUps(); i < effort.pairs(); i++) {
            var first = round(ours, effort.seconds());
            var second = round(theirs, effort.seconds());
            if (i >= 0) {
                result.ours.add(first);
                result.theirs.add(second);
            }
        }
        return result;
    }

    private static Round round(Job job, double seconds) throws IOException, InterruptedException {
        var before = Spent.of(job.port());
        var outcome = job.run(CLIENTS, seconds);
        var after = Spent.of(job.port());
        int jobs = outcome.nanos().length;
        return new Round(
                outcome.perSecond(), after.bytesSince(before) / jobs, (after.nanos() - before.nanos()) / jobs / 1e3);
    }

    Spread ours(ToDoubleFunction<Round> measure) {
        return Spread.of(ours.stream().map(measure::applyAsDouble).toList());
    }

    Spread theirs(ToDoubleFunction<Round> measure) {
        return Spread.of(theirs.stream().map(measure::applyAsDouble).toList());
    }

    /** The median of ours against that of theirs; the spread is that of the pairs. For what now and then falls out of line. */
    Spread ratioOfMedians(ToDoubleFunction<Round> measure) {
        var pairs = ratio(measure);
        double medians = ours(measure).middle() / theirs(measure).middle();
        return new Spread(medians, Math.min(medians, pairs.low()), Math.max(medians, pairs.high()));
    }

    /** Ours against theirs: the median and the spread of the pairs. */
    Spread ratio(ToDoubleFunction<Round> measure) {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(i -> measure.applyAsDouble(ours.get(i)) / measure.applyAsDouble(theirs.get(i)))
                .toList());
    }
}
