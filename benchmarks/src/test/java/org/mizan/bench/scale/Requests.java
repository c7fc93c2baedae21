package org.mizan.bench.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.mizan.bench.Curve;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.core.cache.local.LocalStore;

/** Processor time and allocation of one request, without HTTP, by the size of the registry. */
final class Requests {
    private static final int WARM_UPS = 60;
    private static final int ROUNDS = 60;
    private static final int OPERATIONS = 1_000;
    private static final int FEW = 10;
    private static final double MOST_TIME = 1.3;
    private static final double MOST_ALLOCATION = 1.05;

    private Requests() {}

    static void functions(Figures figures) throws IOException, ReflectiveOperationException {
        measure(
                figures,
                "functions",
                List.of(10, 100, 1_000, 5_000),
                List.of(
                        new LargeRegistry(10, FEW),
                        new LargeRegistry(100, FEW),
                        new LargeRegistry(1_000, FEW),
                        new LargeRegistry(5_000, FEW)));
    }

    static void contexts(Figures figures) throws IOException, ReflectiveOperationException {
        measure(
                figures,
                "contexts",
                List.of(10, 100, 1_000, 10_000),
                List.of(
                        new LargeRegistry(20, 10),
                        new LargeRegistry(110, 100),
                        new LargeRegistry(1_010, 1_000),
                        new LargeRegistry(10_010, 10_000)));
    }

    /** The growth from the smallest registry to one of 5,000 functions alone. */
    static void shortly(Figures figures) throws IOException, ReflectiveOperationException {
        var applications = new ArrayList<LargeApplication>();
        try {
            for (var registry : List.of(new LargeRegistry(10, FEW), new LargeRegistry(5_000, FEW))) {
                applications.add(new LargeApplication(LargeApplication.classes(registry), null));
            }
            growth(figures, "call", applications.stream().map(Requests::call).toList());
            growth(figures, "read", applications.stream().map(Requests::read).toList());
        } finally {
            applications.forEach(LargeApplication::close);
        }
    }

    private static void growth(Figures figures, String kind, List<Runnable> sizes) {
        report(figures, "scale." + kind, "functions", List.of(), Costs.alternate(WARM_UPS, ROUNDS, OPERATIONS, sizes));
    }

    private static void measure(Figures figures, String what, List<Integer> sizes, List<LargeRegistry> registries)
            throws IOException, ReflectiveOperationException {
        var uncached = new ArrayList<LargeApplication>();
        var cached = new ArrayList<LargeApplication>();
        try {
            for (var registry : registries) {
                var classes = LargeApplication.classes(registry);
                uncached.add(new LargeApplication(classes, null));
                cached.add(new LargeApplication(classes, new LocalStore(16 << 20, Duration.ofHours(48))));
            }
            var kinds = new LinkedHashMap<String, List<Runnable>>();
            kinds.put("call", uncached.stream().map(Requests::call).toList());
            kinds.put("read", uncached.stream().map(Requests::read).toList());
            kinds.put("hit", cached.stream().map(Requests::read).toList());
            kinds.put("mutation", cached.stream().map(Requests::mutation).toList());
            var times = new ArrayList<Curve.Series>();
            var allocations = new ArrayList<Curve.Series>();
            for (var kind : kinds.entrySet()) {
                var costs = Costs.alternate(WARM_UPS, ROUNDS, OPERATIONS, kind.getValue());
                report(figures, "scale." + kind.getKey(), what, sizes, costs);
                times.add(series(kind.getKey(), sizes, costs.time(), 1e3));
                allocations.add(series(kind.getKey(), sizes, costs.allocation(), 1));
            }
            figures.curve(new Curve("scale.time-by-" + what, what, "processor time of one request, µs", times));
            figures.curve(new Curve("scale.allocation-by-" + what, what, "allocation of one request, B", allocations));
        } finally {
            uncached.forEach(LargeApplication::close);
            cached.forEach(LargeApplication::close);
        }
    }

    private static Curve.Series series(String name, List<Integer> sizes, List<Spread> values, double unit) {
        var points = new ArrayList<Curve.Point>();
        for (int i = 0; i < sizes.size(); i++) {
            points.add(new Curve.Point(sizes.get(i), values.get(i).middle() / unit));
        }
        return new Curve.Series(name, points);
    }

    private static void report(Figures figures, String name, String what, List<Integer> sizes, Costs costs) {
        for (int i = 0; i < sizes.size(); i++) {
            var size = sizes.get(i) + "-" + what;
            var time = costs.time().get(i);
            figures.plain(
                    name + "-cpu-" + size, new Spread(time.middle() / 1e3, time.low() / 1e3, time.high() / 1e3), "us");
            figures.plain(name + "-allocation-" + size, costs.allocation().get(i), "B");
        }
        figures.atMost(name + "-cpu-growth-by-" + what, costs.timeGrowth(), MOST_TIME, "x");
        figures.atMost(name + "-allocation-growth-by-" + what, costs.allocationGrowth(), MOST_ALLOCATION, "x");
    }

    private static byte[] body(String function, String arguments) {
        return ("{\"fn\":\"" + function + "\",\"args\":" + arguments + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static Runnable call(LargeApplication application) {
        var body = body("plain", "{\"orderId\":4711,\"region\":\"north\"}");
        return () -> application.call(body);
    }

    private static Runnable read(LargeApplication application) {
        return () -> application.read("order", "orderId=4711&region=north");
    }

    private static Runnable mutation(LargeApplication application) {
        var body = mutation("close", 4711);
        return () -> application.mutate("close", 4711, body);
    }

    /** The body of a call of a mutation. */
    static byte[] mutation(String function, long orderId) {
        return body(function, "{\"orderId\":" + orderId + ",\"note\":\"a note\"}");
    }
}
