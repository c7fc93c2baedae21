package org.mizan.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One run for many, and no thread left behind. */
class SingleFlightTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void fiveHundredAtOnce_runOnce() throws Exception {
        var flights = new SingleFlight<String, String>(Duration.ofSeconds(30));
        var threads = Executors.newFixedThreadPool(500);
        var release = new CountDownLatch(1);
        try {
            var results = new ArrayList<Future<String>>();
            for (int i = 0; i < 500; i++) {
                results.add(threads.submit(() -> run(flights, release)));
            }
            while (runs.get() == 0 || asked.get() < 500) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            release.countDown();
            for (var result : results) {
                assertEquals("result", result.get(30, TimeUnit.SECONDS));
            }
            assertEquals(1, runs.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private String run(SingleFlight<String, String> flights, CountDownLatch release) throws Exception {
        asked.incrementAndGet();
        try {
            return flights.run("key", () -> {
                runs.incrementAndGet();
                release.await();
                TimeUnit.MILLISECONDS.sleep(200); // those who asked have reached the flight by then
                return "result";
            });
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failure_reachesThePilot_andEndsTheFlight() throws Throwable {
        var flights = new SingleFlight<String, String>(Duration.ofSeconds(30));
        var failure = new IllegalStateException("broken");
        var thrown = assertThrows(
                IllegalStateException.class,
                () -> flights.run("key", () -> {
                    throw failure;
                }));
        assertSame(failure, thrown);
        assertEquals("again", flights.run("key", () -> "again"));
    }

    @Test
    void flightWithinItself_doesNotWaitForEver() throws Throwable {
        var flights = new SingleFlight<String, String>(Duration.ofMillis(50));
        var result = flights.run("key", () -> flights.run("key", () -> "inner"));
        assertEquals("inner", result);
    }
}
