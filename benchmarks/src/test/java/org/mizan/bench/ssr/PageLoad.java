package org.mizan.bench.ssr;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The same page again and again over eight connections that stay open; every answer is looked at. */
final class PageLoad {
    static final int CONNECTIONS = 8;
    /** Time and seed of a page have not always the same number of digits. */
    private static final int DIGITS = 10;

    private final int port;
    private final String path;
    private final String expected;
    private final List<ProcessHandle> processes;

    /**
     * Creates one.
     *
     * @param processes whose processor time counts, with all that they have started
     */
    PageLoad(int port, String path, String expected, List<ProcessHandle> processes) {
        this.port = port;
        this.path = path;
        this.expected = PageConnection.withoutEnvironment(expected);
        this.processes = processes;
    }

    /**
     * What was seen.
     *
     * @param perSecond answers
     * @param median milliseconds of an answer
     * @param cpu milliseconds of processor time of one
     */
    record Round(double perSecond, double median, double cpu) {}

    Round run(int seconds) throws IOException, InterruptedException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            double cpu = cpuMillis();
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            var results = new ArrayList<Future<long[]>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Callable<long[]> connection = () -> until(end);
                results.add(threads.submit(connection));
            }
            var times = new ArrayList<long[]>();
            for (var result : results) {
                times.add(result.get());
            }
            double took = System.nanoTime() - start;
            double spent = cpuMillis() - cpu;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Round(all.length * 1e9 / took, all[all.length / 2] / 1e6, spent / all.length);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] until(long end) throws IOException {
        try (var connection = new PageConnection(port)) {
            check(connection.text(path));
            long[] times = new long[1024];
            int count = 0;
            for (long now = System.nanoTime(); now - end < 0; count++) {
                int length = connection.get(path).length;
                long then = System.nanoTime();
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count] = then - now;
                now = then;
                if (Math.abs(length - expected.length()) > expected.length() / 2) {
                    throw new IOException("another page, of " + length + " bytes");
                }
            }
            check(connection.text(path));
            return Arrays.copyOf(times, count);
        }
    }

    private void check(String page) throws IOException {
        var shown = PageConnection.withoutEnvironment(page);
        if (!shown.equals(expected)) {
            int at = Arrays.mismatch(shown.toCharArray(), expected.toCharArray());
            throw new IOException("another page, from " + at + ": "
                    + shown.substring(Math.max(0, at - DIGITS), Math.min(shown.length(), at + 200)));
        }
    }

    private double cpuMillis() {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
    }
}
