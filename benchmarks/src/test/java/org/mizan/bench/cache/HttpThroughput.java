package org.mizan.bench.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.app.CompiledApplication;
import org.mizan.bench.start.RunningServer;
import org.mizan.bench.start.Server;

/** A context out of the local store against a resource that returns the same text, on WildFly. */
final class HttpThroughput {
    private static final String SERVER = "wildfly";
    private static final int WARM_UPS = 4;
    private static final int PAIRS = 10;
    private static final int SECONDS = 3;

    private HttpThroughput() {}

    static void measure(Figures figures) throws IOException, InterruptedException, URISyntaxException {
        var server = Server.named(SERVER);
        var directory = Path.of(System.getProperty("mizan.bench.target"))
                .toAbsolutePath()
                .resolve("cache-http");
        var war = war(directory.resolve("war-" + System.nanoTime()));
        var own = Files.createDirectories(directory.resolve(SERVER));
        try (var running = RunningServer.start(server, server.prepare(own, war), directory.resolve(SERVER + ".log"))) {
            compare(figures, running.port());
        }
    }

    private static void compare(Figures figures, int port) throws IOException, InterruptedException {
        var text = "{\"page\":\"" + "x".repeat(1_024) + "\"}";
        var plain = new Load(port, "/bench/pages/constant?userId=5&page=1", text);
        var cached = new Load(port, "/bench/api/mizan/ctx/orders/?userId=5&page=1", text);
        var ofPlain = new ArrayList<Double>();
        var ofCached = new ArrayList<Double>();
        for (int i = -WARM_UPS; i < PAIRS; i++) {
            double first = plain.perSecond(SECONDS);
            double second = cached.perSecond(SECONDS);
            if (i >= 0) {
                ofPlain.add(first);
                ofCached.add(second);
            }
        }
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < PAIRS; i++) {
            ratios.add(ofCached.get(i) / ofPlain.get(i));
        }
        var ofPairs = Spread.of(ratios);
        double ratio = Spread.of(ofCached).middle() / Spread.of(ofPlain).middle();
        figures.plain("cache.http-constant", Spread.of(ofPlain), "/s");
        figures.plain("cache.http-cached", Spread.of(ofCached), "/s");
        figures.atLeast("cache.http-ratio", new Spread(ratio, ofPairs.low(), ofPairs.high()), 0.9, "x");
    }

    private static Path war(Path directory) throws IOException, URISyntaxException {
        var classes = directory.resolve("classes");
        var compiled = CompiledApplication.compile(sources(), classes);
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF").resolve("microprofile-config.properties"), "mizan.cache=local\n");
        var libraries = new ArrayList<Path>();
        Arrays.stream(System.getProperty("mizan.bench.library").split(","))
                .map(Path::of)
                .forEach(libraries::add);
        libraries.add(Path.of(Caffeine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        var war = directory.resolve("bench.war");
        compiled.writeWar(war, List.copyOf(libraries));
        return war;
    }

    private static Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        sources.put("app.OrdersContext", """
                package app;

                public final class OrdersContext implements org.mizan.ReactContext {}
                """);
        sources.put("app.Orders", """
                package app;

                @jakarta.enterprise.context.ApplicationScoped
                public class Orders {
                    @org.mizan.Client(context = OrdersContext.class)
                    public String page(long userId, int page) {
                        return "x".repeat(1024);
                    }

                    @org.mizan.Client(affects = OrdersContext.class)
                    public void order(long userId, String sku) {}
                }
                """);
        sources.put("app.Pages", """
                package app;

                @jakarta.ws.rs.ApplicationPath("/pages")
                public class Pages extends jakarta.ws.rs.core.Application {
                    @Override
                    public java.util.Set<Class<?>> getClasses() {
                        return java.util.Set.of(Page.class);
                    }
                }
                """);
        sources.put("app.Page", """
                package app;

                @jakarta.ws.rs.Path("/")
                public class Page {
                    private static final String TEXT = "{\\"page\\":\\"" + "x".repeat(1024) + "\\"}";

                    @jakarta.ws.rs.GET
                    @jakarta.ws.rs.Path("ready")
                    public String ready() {
                        return "ready";
                    }

                    @jakarta.ws.rs.GET
                    @jakarta.ws.rs.Path("constant")
                    @jakarta.ws.rs.Produces("application/json")
                    public String constant() {
                        return TEXT;
                    }
                }
                """);
        return sources;
    }
}
