package org.mizan.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.mizan.bench.Figures;
import org.mizan.bench.Suite;
import org.mizan.bench.http.SideBySide.Effort;
import org.mizan.bench.http.SideBySide.Round;
import org.mizan.bench.start.RunningServer;
import org.mizan.bench.start.Server;

/** A mutation and a context that is not cached, against a hand-written resource with JSON-B in the same application. */
public final class CallsSuite implements Suite {
    private static final double LEAST_THROUGHPUT = 0.85;
    private static final double MOST_ALLOCATION = 1.5;
    private static final Effort SHORT = new Effort(5, 3, 1.5);
    private static final Effort FULL = new Effort(6, 6, 1.5);

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public void run(Figures figures) {
        Arrays.stream(System.getProperty("mizan.bench.servers", "wildfly").split(","))
                .filter(server -> !server.isEmpty())
                .forEach(server -> figures.measure("calls on " + server, () -> measure(figures, server, FULL)));
    }

    @Override
    public void runShort(Figures figures) {
        figures.measure("calls on wildfly", () -> measure(figures, "wildfly", SHORT));
    }

    private static void measure(Figures figures, String name, Effort effort) throws IOException, InterruptedException {
        var server = Server.named(name);
        var directory = Path.of(System.getProperty("mizan.bench.target"))
                .toAbsolutePath()
                .resolve("calls")
                .resolve(name);
        var war = AccountApplication.war(directory.resolve("war"));
        var own = Files.createDirectories(directory.resolve("server"));
        try (var running = RunningServer.start(server, server.prepare(own, war), directory.resolve("server.log"))) {
            int port = running.port();
            report(
                    figures,
                    "context",
                    name,
                    SideBySide.run(
                            Job.of(port, AccountApplication.bundle()),
                            Job.of(port, AccountApplication.account()),
                            effort));
            report(
                    figures,
                    "mutation",
                    name,
                    SideBySide.run(
                            Job.of(port, AccountApplication.call()), Job.of(port, AccountApplication.place()), effort));
        }
    }

    private static void report(Figures figures, String what, String server, SideBySide measured) {
        var start = "calls." + what + "-";
        figures.atLeast(start + "throughput-" + server, measured.ratio(Round::perSecond), LEAST_THROUGHPUT, "x");
        figures.atMost(start + "allocation-" + server, measured.ratioOfMedians(Round::bytes), MOST_ALLOCATION, "x");
        figures.plain(start + "cpu-" + server, measured.ratio(Round::micros), "x");
        figures.plain(start + "mizan-" + server, measured.ours(Round::perSecond), "/s");
        figures.plain(start + "plain-" + server, measured.theirs(Round::perSecond), "/s");
        figures.plain(start + "bytes-mizan-" + server, measured.ours(Round::bytes), "B");
        figures.plain(start + "bytes-plain-" + server, measured.theirs(Round::bytes), "B");
    }
}
