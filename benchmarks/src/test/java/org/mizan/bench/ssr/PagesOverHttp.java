package org.mizan.bench.ssr;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.start.RunningServer;
import org.mizan.bench.start.Server;

/** Pages through MVC on WildFly with one worker, against servers in Bun and Node that make the same page. */
final class PagesOverHttp {
    private static final int WARM_UP_SECONDS = 15;
    private static final int LONGEST_WARM_UP_SECONDS = 150;
    /** A server whose processors are busy compiles what matters most so late that a page costs the same for half a minute. */
    private static final int PATIENCE_SECONDS = 50;

    private static final double FALLS = 0.97;
    private static final int SECONDS = 3;
    private static final int ROUNDS = 6;
    private static final double LEAST_OF_BUN = 0.6;
    private static final double MOST_OF_BUN = 1.8;
    private static final double LEAST_OF_NODE = 0.9;
    private static final double LEAST_OF_CONSTANT = 0.9;
    /** Without a library: what Krazo costs with a view engine that writes a constant, and Jakarta REST without it. */
    private static final List<String> SIDES = List.of("mvc", "bun", "node", "mvc-floor", "rest-floor");

    private static final String DATA = "__MIZAN_SSR_DATA__=";

    private final Figures figures;
    private final Shop shop;

    PagesOverHttp(Figures figures, Shop shop) {
        this.figures = figures;
        this.shop = shop;
    }

    void measure() throws IOException, InterruptedException {
        var server = Server.named("wildfly");
        var own = Files.createDirectories(shop.folder().resolve("wildfly"));
        var builder = server.prepare(own, shop.war());
        builder.environment()
                .merge(
                        "JAVA_OPTS",
                        "-Dmizan.ssr.workers=1 -Dmizan.ssr.bun=" + shop.bun().find(),
                        (before, more) -> before + " " + more);
        try (var running = RunningServer.start(server, builder, shop.folder().resolve("wildfly.log"))) {
            int port = running.port();
            var product = page(port, Shop.PRODUCT, "product");
            var tiny = page(port, Shop.TINY, "tiny");
            write("bun.json", shop.forBun("ProductPage"), shop.forBun("Tiny"));
            write("node.json", shop.forNode("ProductPage"), shop.forNode("Tiny"));
            try (var bun = Peer.start(
                            List.of(shop.bun().find().toString(), "bun.mjs", config("bun.json")), shop.peers());
                    var node = Peer.start(List.of("node", "node.mjs", config("node.json")), shop.peers())) {
                var constant = constant(port, product);
                figures.measure(
                        "the product's page",
                        () -> compare(
                                "product",
                                true,
                                List.of(
                                        new PageLoad(port, Shop.PRODUCT, product, running.processes()),
                                        new PageLoad(bun.port(), Shop.PRODUCT, product, List.of(bun.handle())),
                                        new PageLoad(node.port(), Shop.PRODUCT, product, List.of(node.handle())),
                                        new PageLoad(port, Shop.FLOOR, constant, running.processes()),
                                        new PageLoad(port, Shop.CONSTANT, constant, running.processes()))));
                figures.measure(
                        "the tiny page",
                        () -> compare(
                                "tiny",
                                false,
                                List.of(
                                        new PageLoad(port, Shop.TINY, tiny, running.processes()),
                                        new PageLoad(bun.port(), Shop.TINY, tiny, List.of(bun.handle())),
                                        new PageLoad(node.port(), Shop.TINY, tiny, List.of(node.handle())))));
            }
            figures.measure("a prerendered page", () -> prerendered(port, running.processes()));
        }
    }

    private void compare(String page, boolean bounds, List<PageLoad> loads) throws IOException, InterruptedException {
        if (bounds) {
            warm(page, loads.get(0));
        } else {
            loads.get(0).run(WARM_UP_SECONDS);
        }
        for (var load : loads.subList(1, loads.size())) {
            load.run(SECONDS);
        }
        var seen = rounds(loads);
        for (int side = 0; side < loads.size(); side++) {
            var name = "ssr." + page + "-" + SIDES.get(side);
            figures.plain(name, of(seen.get(side), PageLoad.Round::perSecond), "/s");
            figures.plain(name + "-p50", of(seen.get(side), PageLoad.Round::median), "ms");
            figures.plain(name + "-cpu", of(seen.get(side), PageLoad.Round::cpu), "ms");
        }
        var mvc = seen.get(0);
        var toBun = ratio(mvc, seen.get(1), (a, b) -> a.perSecond() / b.perSecond());
        var median = ratio(mvc, seen.get(1), (a, b) -> a.median() / b.median());
        var cpu = ratio(mvc, seen.get(1), (a, b) -> a.cpu() / b.cpu());
        var toNode = ratio(mvc, seen.get(2), (a, b) -> a.perSecond() / b.perSecond());
        var name = "ssr." + page + "-";
        if (bounds) {
            figures.atLeast(name + "mvc-to-bun", toBun, LEAST_OF_BUN, "x");
            figures.atMost(name + "mvc-to-bun-p50", median, MOST_OF_BUN, "x");
            figures.atMost(name + "mvc-to-bun-cpu", cpu, MOST_OF_BUN, "x");
            figures.atLeast(name + "mvc-to-node", toNode, LEAST_OF_NODE, "x");
        } else {
            figures.plain(name + "mvc-to-bun", toBun, "x");
            figures.plain(name + "mvc-to-bun-p50", median, "x");
            figures.plain(name + "mvc-to-bun-cpu", cpu, "x");
            figures.plain(name + "mvc-to-node", toNode, "x");
        }
    }

    /** Until the processor time of a page has not fallen for a while. */
    private void warm(String page, PageLoad load) throws IOException, InterruptedException {
        double least = Double.MAX_VALUE;
        int seconds = 0;
        for (int lowest = 0; seconds < LONGEST_WARM_UP_SECONDS && seconds - lowest < PATIENCE_SECONDS; ) {
            double cpu = load.run(WARM_UP_SECONDS).cpu();
            seconds += WARM_UP_SECONDS;
            if (cpu < FALLS * least) {
                least = cpu;
                lowest = seconds;
            }
        }
        figures.remark(
                "the page '%s' was asked for during %d s before it counted; it came to cost %.2f ms of processor time"
                        .formatted(page, seconds, least));
    }

    /** Has the constant text be as long as a page. */
    private static String constant(int port, String page) throws IOException {
        try (var connection = new PageConnection(port)) {
            connection.text("/bench/size/" + page.getBytes(StandardCharsets.UTF_8).length);
            return connection.text(Shop.CONSTANT);
        }
    }

    /** Kept is a page that has the same time and seed at the second request. */
    private void prerendered(int port, List<ProcessHandle> processes) throws IOException, InterruptedException {
        String kept;
        try (var connection = new PageConnection(port)) {
            kept = connection.text(Shop.PRERENDERED);
            if (!connection.text(Shop.PRERENDERED).equals(kept)) {
                throw new IOException("the page was not kept");
            }
        }
        var text = constant(port, kept);
        var loads = List.of(
                new PageLoad(port, Shop.PRERENDERED, kept, processes),
                new PageLoad(port, Shop.CONSTANT, text, processes));
        loads.get(0).run(WARM_UP_SECONDS);
        loads.get(1).run(WARM_UP_SECONDS);
        var seen = rounds(loads);
        figures.plain("ssr.prerendered", of(seen.get(0), PageLoad.Round::perSecond), "/s");
        figures.plain("ssr.constant", of(seen.get(1), PageLoad.Round::perSecond), "/s");
        figures.atLeast(
                "ssr.prerendered-to-constant",
                ratio(seen.get(0), seen.get(1), (a, b) -> a.perSecond() / b.perSecond()),
                LEAST_OF_CONSTANT,
                "x");
    }

    /** In turn. */
    private static List<List<PageLoad.Round>> rounds(List<PageLoad> loads) throws IOException, InterruptedException {
        var seen = new ArrayList<List<PageLoad.Round>>();
        loads.forEach(load -> seen.add(new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (int side = 0; side < loads.size(); side++) {
                seen.get(side).add(loads.get(side).run(SECONDS));
            }
        }
        return seen;
    }

    private static Spread of(List<PageLoad.Round> rounds, java.util.function.ToDoubleFunction<PageLoad.Round> measure) {
        return Spread.of(rounds.stream().map(measure::applyAsDouble).toList());
    }

    private static Spread ratio(
            List<PageLoad.Round> ours,
            List<PageLoad.Round> theirs,
            ToDoubleBiFunction<PageLoad.Round, PageLoad.Round> measure) {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(round -> measure.applyAsDouble(ours.get(round), theirs.get(round)))
                .toList());
    }

    /** A page as the server makes it; with the params that it was rendered with beside it. */
    private String page(int port, String path, String name) throws IOException {
        String text;
        try (var connection = new PageConnection(port)) {
            text = connection.text(path);
        }
        Files.writeString(shop.folder().resolve(name + ".html"), text);
        int start = text.indexOf(DATA) + DATA.length();
        JsonObject data;
        try (var reader =
                Json.createReader(new StringReader(text.substring(start, text.indexOf("</script>", start))))) {
            data = reader.readObject();
        }
        if (data.containsKey("rendered")) {
            throw new IOException("the worker did not render " + path);
        }
        var file = shop.forBun(name.equals("tiny") ? "Tiny" : "ProductPage");
        var params = Json.createObjectBuilder();
        params.add("contexts", data.get("contexts")).add("environment", data.get("environment"));
        params.add("file", file.toString());
        params.add("props", data.get("props")).add("view", data.get("view"));
        Files.writeString(shop.folder().resolve(name + ".json"), params.build().toString());
        return text;
    }

    private void write(String name, Path product, Path tiny) throws IOException {
        var paths = Json.createObjectBuilder();
        for (var each : Map.of("product", product, "tiny", tiny).entrySet()) {
            paths.add(
                    each.getKey().equals("tiny") ? Shop.TINY : Shop.PRODUCT,
                    Json.createObjectBuilder()
                            .add("module", each.getValue().toString())
                            .add(
                                    "params",
                                    shop.folder()
                                            .resolve(each.getKey() + ".json")
                                            .toString())
                            .add(
                                    "page",
                                    shop.folder()
                                            .resolve(each.getKey() + ".html")
                                            .toString()));
        }
        Files.writeString(Path.of(config(name)), paths.build().toString());
    }

    private String config(String name) {
        return shop.folder().resolve(name).toString();
    }
}
