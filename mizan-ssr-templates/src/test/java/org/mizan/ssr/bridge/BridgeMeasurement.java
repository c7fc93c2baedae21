package org.mizan.ssr.bridge;

import static org.mizan.ssr.bridge.TestBridges.NPM;
import static org.mizan.ssr.bridge.TestBridges.VIEWS;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.mizan.ssr.process.BunExecutable;

/** Not a test: renders a second through one worker, 16 at a time, against renderToString in a loop inside Bun. */
final class BridgeMeasurement {
    private static final int SECONDS = 6;
    private static final int AT_A_TIME = 16;

    private BridgeMeasurement() {}

    public static void main(String[] args) throws Exception {
        var params = params();
        for (int round = 0; round < 3; round++) {
            double loop = loop(params);
            double bridge = bridge(new RenderRequest("Product.tsx", params));
            System.out.printf("loop %.0f/s, bridge %.0f/s: %.2f%n", loop, bridge, bridge / loop);
        }
    }

    private static String params() {
        var items = Json.createArrayBuilder();
        IntStream.range(0, 40)
                .forEach(i -> items.add(Json.createObjectBuilder()
                        .add("name", "Product number " + i)
                        .add("text", "A thing of beauty & use, made by hand in the year 19" + i + ". ".repeat(20))
                        .add("price", i * 1.25)
                        .add("tags", Json.createArrayBuilder(List.of("new-" + i, "used", "häufig")))));
        return Json.createObjectBuilder()
                .add("file", VIEWS.resolve("Product.tsx").toString())
                .add("props", Json.createObjectBuilder().add("id", "1").add("items", items))
                .build()
                .toString();
    }

    private static double loop(String params) throws IOException, InterruptedException {
        var file = Files.writeString(Path.of("target/measured.json").toAbsolutePath(), params);
        var bun = new BunExecutable(Optional.empty(), List.of(NPM), null).find();
        var builder = new ProcessBuilder(
                bun.toString(), NPM.resolve("worker/loop.ts").toString(), file.toString(), String.valueOf(SECONDS));
        builder.environment().putAll(Map.of("NODE_ENV", "production"));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Double.parseDouble(printed.trim());
    }

    private static double bridge(RenderRequest request) throws Exception {
        try (var bridge = TestBridges.bridge(TestBridges.settings(1))) {
            System.out.printf(
                    "%d bytes of params, %d of html%n",
                    request.params().length(), bridge.render(request).html().length);
            renders(bridge, request, Duration.ofSeconds(3));
            var worker = ProcessHandle.of(bridge.pids()[0]).orElseThrow();
            long ofWorker = micros(worker);
            long ofJava = micros(ProcessHandle.current());
            double renders = renders(bridge, request, Duration.ofSeconds(SECONDS));
            System.out.printf(
                    "processor time of a render: worker %.0f µs, Java %.0f µs%n",
                    (micros(worker) - ofWorker) / renders, (micros(ProcessHandle.current()) - ofJava) / renders);
            return renders / SECONDS;
        }
    }

    private static long micros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1_000;
    }

    private static long renders(Bridge bridge, RenderRequest request, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        var threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var results = IntStream.range(0, AT_A_TIME)
                    .<Future<Long>>mapToObj(i -> threads.submit(() -> {
                        long count = 0;
                        for (; System.nanoTime() < end; count++) {
                            bridge.render(request);
                        }
                        return count;
                    }))
                    .toList();
            long sum = 0;
            for (var result : results) {
                sum += result.get();
            }
            return sum;
        } finally {
            threads.shutdown();
        }
    }
}
