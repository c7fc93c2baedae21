package org.mizan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mizan.bench.cache.CacheSuite;
import org.mizan.bench.client.ClientSuite;
import org.mizan.bench.core.CoreSuite;
import org.mizan.bench.identity.IdentitySuite;

/**
 * Main class: runs the suite that {@code mizan.bench.suite} names, or all.
 *
 * <p>Ends with 1 when a figure could not be measured, never because one falls short.
 */
public final class Benchmarks {
    private static final List<Suite> SUITES =
            List.of(new CoreSuite(), new CacheSuite(), new IdentitySuite(), new ClientSuite());

    private Benchmarks() {}

    /** Runs. */
    public static void main(String[] args) throws IOException {
        var wanted = System.getProperty("mizan.bench.suite", "");
        var suites = SUITES.stream()
                .filter(suite -> wanted.isEmpty() || suite.name().equals(wanted))
                .toList();
        if (suites.isEmpty()) {
            System.err.println("There is no suite '" + wanted + "', only "
                    + SUITES.stream().map(Suite::name).toList() + ".");
            System.exit(1);
        }
        var target = Path.of(System.getProperty("mizan.bench.target", "target"));
        boolean complete;
        try (var figures = Figures.to(target.resolve("figures.txt"), System.out)) {
            suites.forEach(suite -> suite.run(figures));
            complete = figures.complete();
        }
        System.exit(complete ? 0 : 1);
    }
}
