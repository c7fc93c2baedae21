package org.mizan.bench.scale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** What requests ask of Redis, counted by Redis itself, in a small and in a large registry. */
final class RedisCommands {
    private static final int REQUESTS = 100;
    private static final LargeRegistry SMALL = new LargeRegistry(10, 10);
    private static final LargeRegistry LARGE = new LargeRegistry(10_010, 10_000);

    private final Figures figures;
    private final RedisNodes nodes;
    private final LargeApplication application;
    private final String where;
    private final boolean reported;
    private final List<Double> totals = new ArrayList<>();

    private RedisCommands(
            Figures figures, RedisNodes nodes, LargeApplication application, String where, boolean reported) {
        this.figures = figures;
        this.nodes = nodes;
        this.application = application;
        this.where = where;
        this.reported = reported;
    }

    static void measure(Figures figures) throws IOException, InterruptedException, ReflectiveOperationException {
        var small = LargeApplication.classes(SMALL);
        var large = LargeApplication.classes(LARGE);
        try (var one = RedisNodes.one()) {
            compare(figures, one, "redis", small, large);
        }
        try (var three = RedisNodes.threeMasters()) {
            compare(figures, three, "cluster", small, large);
        }
    }

    private static void compare(
            Figures figures, RedisNodes nodes, String where, List<Class<?>> small, List<Class<?>> large) {
        var ofSmall = count(figures, nodes, where, small, false);
        var ofLarge = count(figures, nodes, where, large, true);
        var growth = new ArrayList<Double>();
        for (int i = 0; i < ofSmall.size(); i++) {
            growth.add(ofLarge.get(i) / ofSmall.get(i));
        }
        var spread = Spread.of(growth);
        figures.atMost(
                "scale." + where + "-commands-growth", new Spread(spread.high(), spread.low(), spread.high()), 1, "x");
    }

    private static List<Double> count(
            Figures figures, RedisNodes nodes, String where, List<Class<?>> classes, boolean reported) {
        nodes.empty();
        try (var application = new LargeApplication(classes, nodes.store())) {
            var commands = new RedisCommands(figures, nodes, application, where, reported);
            commands.count();
            return commands.totals;
        }
    }

    private void count() {
        // Connections to all nodes, each of which asks once who the node is.
        for (long id = -REQUESTS; id < 0; id++) {
            read(id);
        }
        var cache = application.cache();
        long before = hits(cache);
        each("miss", this::read);
        each("hit", this::read);
        if (hits(cache) - before != REQUESTS) {
            throw new IllegalStateException(cache.statistics().toString());
        }
        each("mutation-1-target", id -> mutate("change", id));
        each("miss-after-mutation", this::read);
        each("mutation-3-targets", id -> mutate("close", id));
        each("miss-after-mutation-3", this::read);
        global();
        each("hit-with-global", id -> {
            read(id);
            global();
        });
        var everything = nodes.during(() -> cache.outdate(TargetSet.none().with(Target.EVERYTHING)));
        figures.plain(
                "scale." + where + "-commands-everything-of-"
                        + application.registry().contexts().size() + "-contexts",
                Spread.exactly(everything.total()),
                "");
        if (cache.statistics().storeErrors() > 0) {
            throw new IllegalStateException(cache.statistics().toString());
        }
    }

    private static long hits(OriginCache cache) {
        return cache.statistics().hits();
    }

    private void read(long id) {
        application.read("order", "orderId=" + id + "&region=north");
    }

    private void global() {
        application.read("global", null);
    }

    private void mutate(String function, long id) {
        application.mutate(function, id, Requests.mutation(function, id));
    }

    /** Some requests one by one, as the nodes that one asks depend on its key. */
    private void each(String name, LongConsumer request) {
        var totals = new ArrayList<Double>();
        var asked = new ArrayList<Double>();
        RedisNodes.Seen last = null;
        for (long id = 0; id < REQUESTS; id++) {
            long own = id;
            last = nodes.during(() -> request.accept(own));
            totals.add((double) last.total());
            asked.add((double) last.nodes());
        }
        this.totals.add(Spread.of(totals).middle());
        if (reported) {
            figures.remark(where + ", " + name + ": " + (last == null ? "" : last.commands()));
            figures.plain("scale." + where + "-commands-" + name, Spread.of(totals), "");
            if (where.equals("cluster")) {
                figures.plain("scale." + where + "-nodes-" + name, mean(asked), "");
            }
        }
    }

    private static Spread mean(List<Double> values) {
        var spread = Spread.of(values);
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Spread(mean, spread.low(), spread.high());
    }
}
