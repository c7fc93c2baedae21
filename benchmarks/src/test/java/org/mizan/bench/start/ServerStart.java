package org.mizan.bench.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One start of a server.
 *
 * @param seconds from the start of the process to the first answer of the application
 * @param cpuSeconds the processor time that the server had used by then
 */
record ServerStart(double seconds, double cpuSeconds) {
    private static final long POLL_MILLIS = 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(120);

    /** Starts, waits for the answer, stops. */
    static ServerStart measure(Server server, ProcessBuilder builder, Path log)
            throws IOException, InterruptedException {
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        if (answers(server.port())) {
            throw new IOException("something answers already on port " + server.port());
        }
        long start = System.nanoTime();
        var process = builder.start();
        try {
            while (!answers(server.port())) {
                if (!process.isAlive() || System.nanoTime() - start > LONGEST_NANOS) {
                    throw new IOException("no answer from the application, see " + log);
                }
                Thread.sleep(POLL_MILLIS);
            }
            return new ServerStart((System.nanoTime() - start) / 1e9, cpuSeconds(process));
        } finally {
            stop(process);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (cpu %.2f s)", seconds, cpuSeconds);
    }

    private static boolean answers(int port) throws InterruptedException {
        // A client of its own: one that was refused must leave nothing behind.
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/bench/pages/ready"))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().startsWith("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the process and those that it started, as a server's script may start the JVM. */
    private static double cpuSeconds(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToDouble(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
    }

    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        for (var each : all) {
            while (each.isAlive()) {
                if (System.nanoTime() > deadline) {
                    each.destroyForcibly();
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        process.waitFor();
    }
}
