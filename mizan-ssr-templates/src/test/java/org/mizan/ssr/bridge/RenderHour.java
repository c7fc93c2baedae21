package org.mizan.ssr.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Not a test: renders for a long time through one worker that is never replaced, and prints its resident memory each
 * minute. Arguments: a file with the {@code params} of a frame, minutes, renders a second.
 */
final class RenderHour {
    private RenderHour() {}

    public static void main(String[] args) throws Exception {
        var request = new RenderRequest("the view", Files.readString(Path.of(args[0])));
        long minutes = Long.parseLong(args[1]);
        long pause = TimeUnit.SECONDS.toNanos(1) / Long.parseLong(args[2]);
        try (var bridge = TestBridges.bridge(TestBridges.settings(1, Duration.ofSeconds(60)))) {
            bridge.render(request);
            long due = System.nanoTime();
            for (long minute = 0; minute <= minutes; minute++) {
                System.out.printf(
                        "%s minute %d rss %d KB renders %d starts %d failures %d%n",
                        Instant.now(),
                        minute,
                        residentKilobytes(bridge.pids()[0]),
                        bridge.statistics().renders(),
                        bridge.statistics().starts(),
                        bridge.statistics().workerFailures());
                long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                while (minute < minutes && System.nanoTime() - end < 0) {
                    bridge.render(request);
                    due = Math.max(due + pause, System.nanoTime() - pause);
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                }
            }
        }
    }

    private static long residentKilobytes(long pid) throws java.io.IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
