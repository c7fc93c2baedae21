package org.mizan.ssr.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.ssr.bridge.TestBridges.HOSTILE;
import static org.mizan.ssr.bridge.TestBridges.WORKER;
import static org.mizan.ssr.bridge.TestBridges.bridge;
import static org.mizan.ssr.bridge.TestBridges.html;
import static org.mizan.ssr.bridge.TestBridges.request;
import static org.mizan.ssr.bridge.TestBridges.settings;
import static org.mizan.ssr.bridge.TestBridges.until;

import jakarta.json.spi.JsonProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mizan.ssr.process.BunExecutable;

/** Views and workers that do what they should not. */
class HostileWorkerTest {
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private static Bridge of(String script, Duration timeout, Duration startTimeout) {
        return bridge(settings(1, timeout), HOSTILE.resolve(script), startTimeout);
    }

    @Test
    void endlessView_isKilled_andThoseBehindItAreRenderedElsewhere() throws Exception {
        try (var bridge = bridge(settings(1, SHORT))) {
            bridge.render(request("Hello.tsx", "warm"));
            var threads = Executors.newCachedThreadPool();
            try {
                var endless = threads.submit(() -> message(bridge, request("Endless.tsx", "1")));
                Thread.sleep(200);
                var others = new ArrayList<Future<String>>();
                for (int i = 0; i < 5; i++) {
                    var id = String.valueOf(i);
                    others.add(threads.submit(() -> html(bridge.render(request("Echo.tsx", id)))));
                }
                assertTrue(endless.get().startsWith("MIZAN-01403: Endless.tsx: "), endless.get());
                for (int i = 0; i < 5; i++) {
                    assertEquals("<pre>" + i + "</pre>", others.get(i).get());
                }
            } finally {
                threads.shutdownNow();
            }
            assertEquals(5, bridge.statistics().retries());
            assertEquals(2, bridge.statistics().starts());
        }
    }

    @Test
    void promiseThatIsNeverFulfilled_isLate_whateverElseIsRendered() throws Exception {
        try (var bridge = bridge(settings(1, SHORT))) {
            var ended = new AtomicBoolean();
            var thread = Executors.newSingleThreadExecutor();
            try {
                var never = thread.submit(() -> {
                    try {
                        return message(bridge, request("Never.ts", "never"));
                    } finally {
                        ended.set(true);
                    }
                });
                while (!ended.get()) {
                    bridge.render(request("Hello.tsx", "1"));
                }
                assertTrue(never.get().startsWith("MIZAN-01403: Never.ts: "), never.get());
            } finally {
                thread.shutdownNow();
            }
        }
    }

    @Test
    void viewThatEndsItsWorker_failsAtTheSecond_andTheNextIsRendered() throws Exception {
        try (var bridge = bridge(settings(1))) {
            var message = message(bridge, request("Exiting.tsx", "1"));

            assertTrue(message.startsWith("MIZAN-01404: Exiting.tsx"), message);
            assertEquals("<pre>1</pre>", html(bridge.render(request("Echo.tsx", "1"))));
            assertEquals(3, bridge.statistics().starts());
        }
    }

    /** Descriptor 1 is not where frames go. */
    @Test
    void viewThatWritesWhereOutputGoes_spoilsNoFrame() throws Exception {
        try (var bridge = bridge(settings(1))) {
            assertEquals("<p>late</p>", html(bridge.render(request("Garbage.tsx", "1"))));
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void workerThatPrintsWhatIsNoFrame_losesTheRender_twice() {
        try (var bridge = of("garbage.ts", Duration.ofSeconds(20), SHORT)) {
            var message = message(bridge, request("Hello.tsx", "1"));
            assertTrue(message.startsWith("MIZAN-01404"), message);
        }
    }

    @Test
    void workerThatEndsWithinAFrame_losesTheRender_twice() {
        try (var bridge = of("partial.ts", SHORT, SHORT)) {
            var message = message(bridge, request("Hello.tsx", "1"));
            assertTrue(message.startsWith("MIZAN-01404"), message);
        }
    }

    @Test
    void workerThatStopsWithinAFrame_isLate() {
        try (var bridge = of("stalling.ts", SHORT, SHORT)) {
            var message = message(bridge, request("Hello.tsx", "1"));
            assertTrue(message.startsWith("MIZAN-01403"), message);
        }
    }

    @Test
    void workerThatReadsNothing_blocksNobodyForLong() {
        try (var bridge = of("deaf.ts", SHORT, SHORT)) {
            var message = message(bridge, request("Hello.tsx", "x".repeat(5_000_000)));
            assertTrue(message.startsWith("MIZAN-01403"), message);
        }
    }

    @Test
    void idleWorkerThatDoesNotAnswerPings_isReplaced() throws Exception {
        try (var bridge = of("deaf.ts", SHORT, SHORT)) {
            bridge.warm();
            until(() -> bridge.statistics().starts() >= 2);
        }
    }

    @Test
    void workerThatWasBusyWhenItWasToBePinged_isPingedWhenItIsIdle() throws Exception {
        try (var bridge = of("numb.ts", SHORT, SHORT)) {
            bridge.render(request("Hello.tsx", "1"));
            until(() -> bridge.statistics().starts() >= 2);
        }
    }

    @Test
    void frameOf50Megabytes_isSkipped() {
        try (var bridge = of("huge.ts", Duration.ofSeconds(20), SHORT)) {
            for (int i = 0; i < 2; i++) {
                var message = message(bridge, request("Hello.tsx", "1"));
                assertTrue(message.startsWith("MIZAN-01405"), message);
            }
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void workerThatNeverGetsReady_isReported_withWhatItPrinted() {
        try (var bridge = of("silent.ts", Duration.ofSeconds(20), SHORT)) {
            var message = message(bridge, request("Hello.tsx", "1"));

            assertTrue(message.startsWith("MIZAN-01406: Hello.tsx: "), message);
            assertTrue(message.contains("MIZAN-01410") && message.contains("I will never be ready"), message);
        }
    }

    @Test
    void workerThatDiesAtOnce_isReported_andIsNotStartedAgainAllTheTime() throws Exception {
        try (var bridge = of("dying.ts", Duration.ofSeconds(20), SHORT)) {
            var message = message(bridge, request("Hello.tsx", "1"));

            assertTrue(message.startsWith("MIZAN-01406: Hello.tsx: "), message);
            assertTrue(message.contains("exit code 7") && message.contains("I cannot live"), message);
            long starts = bridge.statistics().starts();
            Thread.sleep(500);
            assertTrue(bridge.statistics().starts() <= starts + 2);
        }
    }

    @Test
    void bunThatIsMissing_isReported_atOnce() {
        var bun = new BunExecutable(Optional.empty(), List.of(), null);
        var launch = new Launch(bun, WORKER, Map.of(), Path.of("target").toAbsolutePath());
        var log = System.getLogger(HostileWorkerTest.class.getName());
        try (var bridge = new Bridge(settings(1), launch, JsonProvider.provider(), log)) {
            var message = message(bridge, request("Hello.tsx", "1"));
            assertTrue(message.startsWith("MIZAN-01406") && message.contains("MIZAN-01380"), message);
        }
    }

    @Test
    void workersKilledAtRandom_costNoRender_andMixNone() throws Exception {
        try (var bridge = bridge(settings(3))) {
            bridge.warm();
            until(() -> bridge.statistics().ready() == 3);
            var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            var lost = new AtomicInteger();
            var threads = Executors.newFixedThreadPool(8);
            var results = new ArrayList<Future<Integer>>();
            for (int thread = 0; thread < 8; thread++) {
                var name = "t" + thread + "-";
                results.add(threads.submit(() -> {
                    int rendered = 0;
                    for (; System.nanoTime() < end; rendered++) {
                        var id = name + rendered;
                        try {
                            assertEquals("<pre>" + id + "</pre>", html(bridge.render(request("Echo.tsx", id))));
                        } catch (RenderException.Worker e) {
                            assertTrue(e.getMessage().startsWith("MIZAN-01404"), e.getMessage());
                            lost.incrementAndGet();
                        }
                    }
                    return rendered;
                }));
            }
            var random = new Random(4711);
            int kills = 0;
            while (System.nanoTime() < end) {
                Thread.sleep(200 + random.nextInt(400));
                var pids = bridge.pids();
                if (pids.length > 0) {
                    ProcessHandle.of(pids[random.nextInt(pids.length)]).ifPresent(ProcessHandle::destroyForcibly);
                    kills++;
                }
            }
            int rendered = 0;
            for (var result : results) {
                rendered += result.get();
            }
            threads.shutdown();
            assertTrue(kills > 3 && bridge.statistics().retries() > 0);
            assertTrue(lost.get() <= 1 + rendered / 1_000, lost + " of " + rendered);
        }
    }

    private static String message(Bridge bridge, RenderRequest request) {
        return String.valueOf(assertThrows(RenderException.Worker.class, () -> bridge.render(request))
                .getMessage());
    }
}
