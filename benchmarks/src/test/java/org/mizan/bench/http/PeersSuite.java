package org.mizan.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mizan.bench.Curve;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.Suite;
import org.mizan.bench.http.Job.Outcome;
import org.mizan.bench.start.RunningServer;
import org.mizan.bench.start.Server;

/** The same jobs by hand-written resources and MicroProfile GraphQL on the same Open Liberty, and by tRPC on Bun. */
public final class PeersSuite implements Suite {
    private static final String OURS = "mizan";
    private static final List<String> JVM_PEERS = List.of("jaxrs", "graphql");
    private static final int CLIENTS = 6;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 6;
    private static final double SECONDS = 1.5;

    private final Path directory = Path.of(System.getProperty("mizan.bench.target", "target"))
            .toAbsolutePath()
            .resolve("peers");

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("peers", () -> {
            var home = Path.of(System.getProperty("mizan.bench.liberty"));
            var server = Server.liberty(home, List.of("mpGraphQL-2.0"));
            var war = AccountApplication.war(directory.resolve("war"), GraphqlSide.sources(), api(home));
            var own = Files.createDirectories(directory.resolve("server"));
            try (var trpc = TrpcServer.start(directory.resolve("trpc"));
                    var liberty =
                            RunningServer.start(server, server.prepare(own, war), directory.resolve("server.log"))) {
                int port = liberty.port();
                var sides = List.of(
                        PeerJobs.mizan(port), PeerJobs.jaxrs(port), PeerJobs.graphql(port), PeerJobs.trpc(trpc.port()));
                for (var job : PeerJobs.names().toList()) {
                    measure(figures, job, sides);
                }
            }
        });
    }

    /** What GraphQL's annotations are compiled against: Open Liberty's own copy. */
    private static List<Path> api(Path home) throws IOException {
        try (var files = Files.list(home.resolve("dev/api/stable"))) {
            return files.filter(file -> file.getFileName().toString().contains("microprofile.graphql.2.0"))
                    .toList();
        }
    }

    private static void measure(Figures figures, String name, List<PeerJobs> sides)
            throws IOException, InterruptedException {
        var rounds = new LinkedHashMap<String, List<Outcome>>();
        sides.forEach(side -> rounds.put(side.side(), new ArrayList<>()));
        for (int i = -WARM_UPS; i < ROUNDS; i++) {
            for (var side : sides) {
                var outcome = side.byName().get(name).run(CLIENTS, SECONDS);
                if (i >= 0) {
                    rounds.get(side.side()).add(outcome);
                }
            }
        }
        var start = "peers." + name + "-";
        int ours = sides.get(0).byName().get(name).requests();
        for (var side : sides) {
            var peer = side.side();
            var outcomes = rounds.get(peer);
            int requests = side.byName().get(name).requests();
            figures.plain(start + "requests-" + peer, Spread.exactly(requests), "");
            figures.plain(start + "bytes-" + peer, spread(outcomes, Outcome::bytes), "B");
            figures.plain(start + "rate-" + peer, spread(outcomes, Outcome::perSecond), "/s");
            figures.plain(start + "p50-" + peer, spread(outcomes, outcome -> outcome.micros(0.5)), "us");
            figures.plain(start + "p99-" + peer, spread(outcomes, outcome -> outcome.micros(0.99)), "us");
            if (!peer.equals(OURS)) {
                figures.below(start + "requests-per-" + peer, Spread.exactly((double) ours / requests), 1, "x");
                var ratio = ratio(rounds.get(OURS), outcomes);
                if (JVM_PEERS.contains(peer)) {
                    figures.atLeast(start + "throughput-per-" + peer, ratio, 1, "x");
                } else {
                    figures.plain(start + "throughput-per-" + peer, ratio, "x");
                }
            }
        }
        figures.curve(latency(start + "latency", rounds));
    }

    private static Curve latency(String name, Map<String, List<Outcome>> rounds) {
        var series = new ArrayList<Curve.Series>();
        rounds.forEach((side, outcomes) -> {
            var points = IntStream.of(1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99)
                    .mapToObj(percent -> new Curve.Point(
                            percent,
                            spread(outcomes, outcome -> outcome.micros(percent / 100.0))
                                            .middle()
                                    / 1e3))
                    .toList();
            series.add(new Curve.Series(side, points));
        });
        return new Curve(name, "percentile", "time of the job, ms", series);
    }

    private static Spread spread(List<Outcome> outcomes, ToDoubleFunction<Outcome> measure) {
        return Spread.of(outcomes.stream().map(measure::applyAsDouble).toList());
    }

    private static Spread ratio(List<Outcome> ours, List<Outcome> theirs) {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i).perSecond() / theirs.get(i).perSecond())
                .toList());
    }
}
