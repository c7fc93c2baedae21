package org.mizan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mizan.bench.cache.CacheSuite;
import org.mizan.bench.client.ClientSuite;
import org.mizan.bench.core.CoreSuite;
import org.mizan.bench.http.CallsSuite;
import org.mizan.bench.identity.IdentitySuite;
import org.mizan.bench.ssr.SsrSuite;

/**
 * Main class: runs the suite that {@code mizan.bench.suite} names, or all, and writes their parts of the report.
 *
 * <p>Ends with 1 when a figure could not be measured, never because one falls short.
 */
public final class Benchmarks {
    private static final List<Suite> SUITES = List.of(
            new CoreSuite(),
            new CacheSuite(),
            new IdentitySuite(),
            new ClientSuite(),
            new CallsSuite(),
            new SsrSuite());

    private Benchmarks() {}

    /** Runs. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var wanted = System.getProperty("mizan.bench.suite", "");
        var names = SUITES.stream().map(Suite::name).toList();
        var suites = SUITES.stream()
                .filter(suite -> wanted.isEmpty() || suite.name().equals(wanted))
                .toList();
        if (suites.isEmpty()) {
            System.err.println("There is no suite '" + wanted + "', only " + names + ".");
            System.exit(1);
        }
        var report = new Report(Path.of(System.getProperty("mizan.bench.report", ".")), names);
        var machine = Machine.here();
        boolean complete = true;
        var target = Path.of(System.getProperty("mizan.bench.target", "target"));
        try (var lines = Figures.file(target.resolve("figures.txt"))) {
            for (var suite : suites) {
                var figures = new Figures(lines, System.out);
                suite.run(figures);
                complete &= figures.complete();
                report.update(figures.result(
                        suite.name(), LocalDate.now(Clock.systemUTC()).toString(), machine));
            }
        }
        System.exit(complete ? 0 : 1);
    }
}
