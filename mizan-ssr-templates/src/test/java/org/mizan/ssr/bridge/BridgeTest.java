package org.mizan.ssr.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.ssr.bridge.TestBridges.bridge;
import static org.mizan.ssr.bridge.TestBridges.html;
import static org.mizan.ssr.bridge.TestBridges.request;
import static org.mizan.ssr.bridge.TestBridges.settings;
import static org.mizan.ssr.bridge.TestBridges.until;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mizan.core.config.SsrSettings.Recycle;

class BridgeTest {
    @Test
    void view_rendered_byARealWorker() throws RenderException {
        try (var bridge = bridge(settings(1))) {
            assertEquals("<main><p>page ä€😀</p></main>", html(bridge.render(request("Hello.tsx", "ä€😀"))));
            assertEquals(1, bridge.statistics().renders());
        }
    }

    @Test
    void bundledView_givesHeadAndLanguage() throws RenderException {
        try (var bridge = bridge(settings(1))) {
            var rendered = bridge.render(request("Never.ts", "now"));

            assertEquals("<title>ö</title><p>now</p>", html(rendered));
            assertEquals(17, rendered.head());
            assertEquals("de", rendered.lang());
        }
    }

    @Test
    void viewThatThrows_isReported_withItsPlace() {
        try (var bridge = bridge(settings(1))) {
            var e = assertThrows(
                    RenderException.Component.class, () -> bridge.render(request("Throwing.tsx", "chance")));

            assertTrue(e.getMessage().startsWith("MIZAN-01400: Throwing.tsx: it threw TypeError: no chance"));
            assertTrue(e.place().file().orElseThrow().endsWith("Throwing.tsx"));
            assertEquals(6, e.place().line());
            assertTrue(e.place().stack().contains("Inner"));
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void fileThatIsMissing_isReported_andFoundLater() {
        try (var bridge = bridge(settings(1))) {
            assertThrows(RenderException.Component.class, () -> bridge.render(request("Missing.tsx", "1")));
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void worker_hasACleanEnvironment() throws RenderException {
        try (var bridge = bridge(settings(1))) {
            var html = html(bridge.render(request("Environment.tsx", "")));

            var names = "BUN_RUNTIME_TRANSPILER_CACHE_PATH,DO_NOT_TRACK,NODE_ENV";
            assertEquals(
                    "<p>" + names + " " + TestBridges.launch(TestBridges.WORKER).folder() + "</p>", html);
        }
    }

    @Test
    void largeRequestsAndAnswers_crossing_doNotBlockEachOther() throws Exception {
        try (var bridge = bridge(TestBridges.withMaxPage(settings(1), 16 << 20))) {
            var text = "x€".repeat(1_250_000);
            var results = together(8, () -> html(bridge.render(request("Echo.tsx", text))));

            for (var result : results) {
                assertEquals("<pre>" + text + "</pre>", result.get());
            }
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void pageBeyondTheLimit_fails_andItsWorkerLives() throws RenderException {
        try (var bridge = bridge(settings(1))) {
            int most = TestBridges.MAX_PAGE;
            int tags = "<pre></pre>".length() + 1;
            assertEquals(
                    most - 1,
                    bridge.render(request("Large.tsx", String.valueOf(most - tags)))
                            .html()
                            .length);
            assertFails("MIZAN-01405", bridge, request("Large.tsx", String.valueOf(most)));
            bridge.render(request("Hello.tsx", "1"));
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void queueThatIsFull_refuses() throws Exception {
        int queue = 2;
        try (var bridge = bridge(settings(1, Duration.ofSeconds(20), queue, TestBridges.NEVER))) {
            bridge.render(request("Hello.tsx", "warm"));
            int admitted = Pool.MOST_IN_FLIGHT + queue;
            var first = Executors.newCachedThreadPool();
            try {
                var slow = new ArrayList<Future<String>>();
                for (int i = 0; i < admitted; i++) {
                    slow.add(first.submit(() -> html(bridge.render(request("Slow.tsx", "200")))));
                }
                until(() -> bridge.statistics().waiting() == queue);
                var e = assertThrows(
                        RenderException.Overloaded.class, () -> bridge.render(request("Hello.tsx", "beyond")));

                assertTrue(e.getMessage().startsWith("MIZAN-01401"));
                assertFalse(e.retryAfter().isZero());
                for (var render : slow) {
                    assertEquals("<p>slept 200</p>", render.get());
                }
            } finally {
                first.shutdownNow();
            }
        }
    }

    @Test
    void rendersThatQueueInAWorker_areNotLate_ifEachIsQuick() throws Exception {
        try (var bridge = bridge(settings(1, Duration.ofSeconds(2)))) {
            for (var result : together(6, () -> html(bridge.render(request("Slow.tsx", "500"))))) {
                assertEquals("<p>slept 500</p>", result.get());
            }
            assertEquals(1, bridge.statistics().starts());
        }
    }

    @Test
    void rendersBehindSlowOnes_waitTwiceTheTimeout_andTheWorkerLives() throws Exception {
        var timeout = Duration.ofSeconds(1);
        try (var bridge = bridge(settings(1, timeout))) {
            bridge.render(request("Hello.tsx", "warm"));
            var results = together(6, () -> {
                long begin = System.nanoTime();
                try {
                    html(bridge.render(request("Slow.tsx", "500")));
                } catch (RenderException.Worker e) {
                    assertTrue(e.getMessage().startsWith("MIZAN-01411: Slow.tsx: "), e.getMessage());
                }
                return Duration.ofNanos(System.nanoTime() - begin);
            });

            for (var took : results) {
                assertTrue(
                        took.get().compareTo(timeout.multipliedBy(3)) < 0,
                        took.get().toString());
            }
            assertTrue(bridge.statistics().workerFailures() > 0);
            Thread.sleep(2_000);
            bridge.render(request("Hello.tsx", "afterwards"));
            assertEquals(1, bridge.statistics().starts());
        }
    }

    /** One limit at a time. */
    static List<Recycle> limits() {
        return List.of(
                new Recycle(40, Duration.ZERO, 0),
                new Recycle(0, Duration.ofSeconds(1), 0),
                new Recycle(0, Duration.ZERO, 1));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void workers_recycled_withoutALostRender(Recycle recycle) throws Exception {
        try (var bridge = bridge(settings(2, Duration.ofSeconds(20), 256, recycle))) {
            var enough = new AtomicBoolean();
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            var results = together(4, () -> {
                int rendered = 0;
                for (; !enough.get(); rendered++) {
                    assertTrue(System.nanoTime() < end, "no worker was replaced");
                    var id = Thread.currentThread().getName() + rendered;
                    assertEquals("<main><p>page " + id + "</p></main>", html(bridge.render(request("Hello.tsx", id))));
                    enough.compareAndSet(false, bridge.statistics().starts() >= 6);
                }
                return rendered;
            });
            long rendered = 0;
            for (var result : results) {
                rendered += result.get();
            }
            var statistics = bridge.statistics();
            assertEquals(rendered, statistics.renders());
            assertEquals(0, statistics.retries());
            assertEquals(0, statistics.workerFailures());
            until(() -> bridge.pids().length <= 3);
        }
    }

    @Test
    void workers_replaced_withoutALostRender() throws Exception {
        try (var bridge = bridge(settings(2))) {
            bridge.warm();
            until(() -> bridge.statistics().ready() == 2);
            var before = bridge.pids();
            var gone = new AtomicBoolean();
            var rendering = Executors.newSingleThreadExecutor();
            try {
                var renders = rendering.submit(() -> {
                    while (!gone.get()) {
                        bridge.render(request("Hello.tsx", "1"));
                    }
                    return true;
                });
                bridge.replaceWorkers();
                until(() -> Arrays.stream(before)
                        .noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
                gone.set(true);
                assertTrue(renders.get());
            } finally {
                rendering.shutdownNow();
            }
            until(() -> bridge.pids().length == 2);
            assertEquals(0, bridge.statistics().retries());
        }
    }

    @Test
    void threadThatIsInterrupted_fails_andStaysInterrupted() throws Exception {
        try (var bridge = bridge(settings(1))) {
            bridge.render(request("Hello.tsx", "warm"));
            Thread.currentThread().interrupt();
            assertFails("MIZAN-01407", bridge, request("Slow.tsx", "100"));
            assertTrue(Thread.interrupted());
            bridge.render(request("Hello.tsx", "1"));
        }
    }

    @Test
    void close_endsProcessesAndThreads_andFailsRenders() throws Exception {
        var bridge = bridge(settings(2));
        bridge.warm();
        until(() -> bridge.statistics().ready() == 2);
        var pids = bridge.pids();
        var results = new ArrayList<Future<Void>>();
        var threads = Executors.newCachedThreadPool();
        for (int i = 0; i < 3; i++) {
            results.add(threads.submit(() -> {
                assertFails("MIZAN-01408", bridge, request("Endless.tsx", "1"));
                return null;
            }));
        }
        Thread.sleep(100);
        bridge.close();
        for (var result : results) {
            result.get();
        }
        threads.shutdown();
        assertFails("MIZAN-01408", bridge, request("Hello.tsx", "1"));
        until(() -> Arrays.stream(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("mizan-ssr-")));
        assertArrayEquals(new long[0], bridge.pids());
    }

    private static void assertFails(String code, Bridge bridge, RenderRequest request) {
        var e = assertThrows(RenderException.Worker.class, () -> bridge.render(request));
        assertTrue(e.getMessage().startsWith(code), e.getMessage());
    }

    private static <T> List<Future<T>> together(int threads, Callable<T> task) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            return pool.invokeAll(Collections.nCopies(threads, task));
        } finally {
            pool.shutdown();
        }
    }
}
