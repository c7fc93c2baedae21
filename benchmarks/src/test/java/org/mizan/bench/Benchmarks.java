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
import org.mizan.bench.http.PeersSuite;
import org.mizan.bench.identity.IdentitySuite;
import org.mizan.bench.memory.MemorySuite;
import org.mizan.bench.scale.ScaleSuite;
import org.mizan.bench.ssr.SsrSuite;

/**
 * Main class: runs the suite that {@code mizan.bench.suite} names, or all, and writes their parts of the report.
 *
 * <p>Ends with 1 when a figure could not be measured, never because one falls short. With {@code mizan.bench.short} a
 * few ratios are measured shortly, and 1 means that one has regressed grossly; the report stays as it is. The name
 * {@code report} measures nothing and writes the report from the results that are there.
 */
public final class Benchmarks {
    private static final List<Suite> SUITES = List.of(
            new CoreSuite(),
            new CacheSuite(),
            new IdentitySuite(),
            new ClientSuite(),
            new ScaleSuite(),
            new MemorySuite(),
            new CallsSuite(),
            new PeersSuite(),
            new SsrSuite());

    private static final String REPORT = "report";

    private Benchmarks() {}

    /** Names of all suites, in the report's order. */
    static List<String> names() {
        return SUITES.stream().map(Suite::name).toList();
    }

    /** Runs. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var wanted = System.getProperty("mizan.bench.suite", "");
        var names = names();
        var folder = Path.of(System.getProperty("mizan.bench.report", "."));
        var report = new Report(folder, names);
        if (wanted.equals(REPORT)) {
            report.write();
            return;
        }
        var suites = SUITES.stream()
                .filter(suite -> wanted.isEmpty() || suite.name().equals(wanted))
                .toList();
        if (suites.isEmpty()) {
            System.err.println("There is no suite '" + wanted + "', only " + names + " and " + REPORT + ".");
            System.exit(1);
        }
        if (Boolean.getBoolean("mizan.bench.short")) {
            System.exit(regressed(suites, folder) ? 1 : 0);
        }
        boolean complete = true;
        var target = Path.of(System.getProperty("mizan.bench.target", "target"));
        try (var lines = Figures.file(target.resolve("figures.txt"))) {
            for (var suite : suites) {
                var figures = new Figures(lines, System.out);
                suite.run(figures);
                complete &= figures.complete();
                report.update(figures.result(
                        suite.name(), LocalDate.now(Clock.systemUTC()).toString(), Machine.here()));
            }
        }
        System.exit(complete ? 0 : 1);
    }

    /** A suite with a regression runs once more, for on a busy machine a few seconds may be anything. */
    private static boolean regressed(List<Suite> suites, Path folder) throws IOException {
        boolean regressed = false;
        for (var suite : suites) {
            var found = regressions(suite, folder);
            if (!found.isEmpty()) {
                System.out.println("# once more: " + found);
                found = regressions(suite, folder);
            }
            for (var each : found) {
                System.out.println("gross regression: " + each);
                regressed = true;
            }
        }
        return regressed;
    }

    private static List<String> regressions(Suite suite, Path folder) throws IOException {
        var target = Path.of(System.getProperty("mizan.bench.target", "target"));
        try (var lines = Figures.file(target.resolve("figures-short.txt"))) {
            var figures = new Figures(lines, System.out);
            suite.runShort(figures);
            return figures.complete()
                    ? new ShortRun(folder).regressions(suite.name(), figures.all())
                    : List.of(suite.name() + " could not be measured");
        }
    }
}
