package org.mizan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.bench.Figure.Bound;
import org.mizan.bench.Figure.Kind;

class ShortRunTest {
    @TempDir
    Path folder;

    private static Figure throughput(double value) {
        return new Figure("calls.rate", Spread.exactly(value), "x", Optional.of(new Bound(Kind.AT_LEAST, 0.85)));
    }

    private static Figure allocation(double value) {
        return new Figure("calls.bytes", Spread.exactly(value), "x", Optional.of(new Bound(Kind.AT_MOST, 1.5)));
    }

    private List<String> regressions(Figure... figures) throws Exception {
        return new ShortRun(folder).regressions("calls", List.of(figures));
    }

    @Test
    void regression_isTwiceAsBadAsTheCommittedRatio() throws Exception {
        var machine = new Machine(Map.of(), "abc1234");
        var committed = List.of(throughput(1.2), allocation(1));
        ResultFile.write(
                folder.resolve("results/calls.json"),
                new SuiteResult("calls", "2026-11-25", machine, committed, List.of(), List.of()));

        assertEquals(List.of(), regressions(throughput(0.61), allocation(1.99)));
        assertEquals(
                List.of("calls.rate is 0.59x, and was 1.2x", "calls.bytes is 2.01x, and was 1x"),
                regressions(throughput(0.59), allocation(2.01)));
    }

    @Test
    void bound_standsInForARatioThatNobodyMeasured() throws Exception {
        assertEquals(List.of(), regressions(throughput(0.43), allocation(2.9)));
        assertEquals(2, regressions(throughput(0.42), allocation(3.1)).size());
    }
}
