package org.mizan.bench.scale;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.app.CompiledApplication;
import org.mizan.bench.start.RunningServer;
import org.mizan.bench.start.Server;

/** Processor time of a server for one request: two applications of different size beside each other on WildFly. */
final class HttpRequests {
    private static final String SERVER = "wildfly";
    private static final int WARM_UPS = 8;
    private static final int PAIRS = 10;
    private static final int REQUESTS = 4_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(180);

    private final RunningServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpRequests(RunningServer server) {
        this.server = server;
    }

    static void measure(Figures figures) throws IOException, InterruptedException {
        var directory = Path.of(System.getProperty("mizan.bench.target"))
                .toAbsolutePath()
                .resolve("scale-http")
                .resolve("run-" + System.nanoTime());
        var server = Server.named(SERVER);
        var own = Files.createDirectories(directory.resolve(SERVER));
        var builder = server.prepare(own, war(directory, "small", new LargeRegistry(10, 10)));
        Files.copy(
                war(directory, "large", new LargeRegistry(5_000, 1_000)),
                own.resolve("base").resolve("deployments").resolve("large.war"));
        try (var running = RunningServer.start(server, builder, directory.resolve(SERVER + ".log"))) {
            var requests = new HttpRequests(running);
            requests.await("/large/pages/ready");
            var paths = new LinkedHashMap<String, String>();
            paths.put("page-without-library", "/pages/ready");
            paths.put("route", "/shop/things0/5?region=north");
            paths.put("read", "/api/mizan/ctx/order/?orderId=5&region=north");
            for (var path : paths.entrySet()) {
                requests.compare(figures, "scale.http-" + path.getKey(), path.getValue());
            }
        }
    }

    private static Path war(Path directory, String name, LargeRegistry size) throws IOException {
        var compiled = CompiledApplication.compile(size.sources(), directory.resolve(name));
        var war = directory.resolve(name + ".war");
        compiled.writeWar(
                war,
                Arrays.stream(System.getProperty("mizan.bench.library").split(","))
                        .map(Path::of)
                        .toList());
        return war;
    }

    private void await(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (send(path) != 200) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("no answer at " + path);
            }
            Thread.sleep(200);
        }
    }

    private int send(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept", "*/*")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private void compare(Figures figures, String name, String path) throws IOException, InterruptedException {
        var small = new ArrayList<Double>();
        var large = new ArrayList<Double>();
        for (int i = -WARM_UPS; i < PAIRS; i++) {
            double first = cpuMicros("/bench" + path);
            double second = cpuMicros("/large" + path);
            if (i >= 0) {
                small.add(first);
                large.add(second);
            }
        }
        figures.plain(name + "-cpu-10-functions", Spread.of(small), "us");
        figures.plain(name + "-cpu-5000-functions", Spread.of(large), "us");
        figures.atMost(name + "-cpu-growth", growth(small, large), 1.3, "x");
    }

    private static Spread growth(List<Double> small, List<Double> large) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < small.size(); i++) {
            ratios.add(large.get(i) / small.get(i));
        }
        return Spread.of(ratios);
    }

    private double cpuMicros(String path) throws IOException, InterruptedException {
        double start = server.cpuSeconds();
        for (int i = 0; i < REQUESTS; i++) {
            int status = send(path);
            if (status != 200) {
                throw new IOException(status + " at " + path);
            }
        }
        return (server.cpuSeconds() - start) * 1e6 / REQUESTS;
    }
}
