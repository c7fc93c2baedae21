package org.mizan.bench.ssr;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.core.config.SsrSettings;
import org.mizan.ssr.bridge.Bridge;
import org.mizan.ssr.bridge.Launch;
import org.mizan.ssr.bridge.RenderException;
import org.mizan.ssr.bridge.RenderRequest;

/** From Java through one worker and back, 16 at a time, against the same renders in a loop inside Bun. */
final class BridgeAlone {
    private static final int AT_A_TIME = 16;
    private static final int PAIRS = 4;
    private static final int SECONDS = 4;
    private static final int WARM_UP_SECONDS = 3;
    private static final int STARTS = 10;
    private static final double LEAST_OF_LOOP = 0.75;
    private static final double MOST_MILLIS = 400;

    private final Figures figures;
    private final Shop shop;

    BridgeAlone(Figures figures, Shop shop) {
        this.figures = figures;
        this.shop = shop;
    }

    void measure() throws Exception {
        compare("product", true);
        compare("tiny", false);
        first();
    }

    private void compare(String page, boolean bound) throws Exception {
        var request = request(page);
        var bridged = new ArrayList<Double>();
        var fresh = new ArrayList<Double>();
        var same = new ArrayList<Double>();
        var toFresh = new ArrayList<Double>();
        var toSame = new ArrayList<Double>();
        try (var bridge = bridge()) {
            renders(bridge, request, 2 * WARM_UP_SECONDS);
            for (int i = 0; i < PAIRS; i++) {
                fresh.add(loop(page, "fresh"));
                bridged.add(renders(bridge, request, SECONDS));
                same.add(loop(page, "same"));
                toFresh.add(bridged.get(i) / fresh.get(i));
                toSame.add(bridged.get(i) / same.get(i));
            }
        }
        var name = "ssr.bridge-" + page;
        figures.plain(name, Spread.of(bridged), "/s");
        figures.plain(name + "-loop", Spread.of(same), "/s");
        figures.plain(name + "-loop-fresh", Spread.of(fresh), "/s");
        if (bound) {
            figures.atLeast(name + "-to-loop", Spread.of(toSame), LEAST_OF_LOOP, "x");
        } else {
            figures.plain(name + "-to-loop", Spread.of(toSame), "x");
        }
        figures.plain(name + "-to-loop-fresh", Spread.of(toFresh), "x");
    }

    /** From asking for a worker, as an application does that is deployed, to the first page. */
    private void first() throws Exception {
        var request = request("product");
        var millis = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (var bridge = bridge()) {
                bridge.warm();
                bridge.render(request);
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        figures.atMost("ssr.first-render", Spread.of(millis), MOST_MILLIS, "ms");
    }

    private RenderRequest request(String page) throws IOException {
        return new RenderRequest(page, Files.readString(shop.folder().resolve(page + ".json")));
    }

    private Bridge bridge() {
        var defaults = SsrSettings.defaults();
        var settings = new SsrSettings(
                Optional.empty(),
                1,
                Duration.ofSeconds(20),
                defaults.queue(),
                false,
                false,
                new SsrSettings.Recycle(0, Duration.ZERO, 0),
                defaults.maxPage(),
                Optional.empty(),
                ZoneId.of("UTC"),
                defaults.prerenderRate());
        var launch = new Launch(
                shop.bun(),
                shop.files().worker(),
                Map.of("NODE_ENV", "production"),
                shop.files().temporary("work"));
        return new Bridge(settings, launch, JsonProvider.provider(), System.getLogger(BridgeAlone.class.getName()));
    }

    private static double renders(Bridge bridge, RenderRequest request, int seconds) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_A_TIME);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try {
            var counts = IntStream.range(0, AT_A_TIME)
                    .<Future<Long>>mapToObj(i -> threads.submit(() -> until(bridge, request, end)))
                    .toList();
            long sum = 0;
            for (var count : counts) {
                sum += count.get();
            }
            return sum * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdown();
        }
    }

    private static long until(Bridge bridge, RenderRequest request, long end) throws RenderException {
        long count = 0;
        for (; System.nanoTime() - end < 0; count++) {
            bridge.render(request);
        }
        return count;
    }

    private double loop(String page, String props) throws IOException, InterruptedException {
        var params = shop.folder().resolve(page + ".json").toString();
        var builder = new ProcessBuilder(
                        List.of(shop.bun().find().toString(), "loop.mjs", params, String.valueOf(SECONDS), props))
                .directory(shop.peers().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NODE_ENV", "production");
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (process.waitFor() != 0) {
            throw new IOException("the loop ended with " + process.exitValue());
        }
        return Double.parseDouble(printed);
    }
}
