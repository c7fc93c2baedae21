package org.mizan.bench.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server whose application has answered; closing it ends its processes. */
public final class RunningServer implements AutoCloseable {
    private static final long POLL_MILLIS = 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final Process process;
    private final int port;
    private double seconds;

    private RunningServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts and waits for the first answer of {@code /bench/pages/ready}. */
    public static RunningServer start(Server server, ProcessBuilder builder, Path log)
            throws IOException, InterruptedException {
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        if (answers(server.port())) {
            throw new IOException("something answers already on port " + server.port());
        }
        long start = System.nanoTime();
        var running = new RunningServer(builder.start(), server.port());
        try {
            while (!answers(server.port())) {
                if (!running.process.isAlive() || System.nanoTime() - start > LONGEST_NANOS) {
                    throw new IOException("no answer from the application, see " + log);
                }
                Thread.sleep(POLL_MILLIS);
            }
            running.seconds = (System.nanoTime() - start) / 1e9;
            return running;
        } catch (IOException | InterruptedException | RuntimeException e) {
            running.close();
            throw e;
        }
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

    /** The HTTP port. */
    public int port() {
        return port;
    }

    /** What was started, a script or the JVM itself, for who sums up what it and its descendants use. */
    public List<ProcessHandle> processes() {
        return List.of(process.toHandle());
    }

    /** From the start of the process to the first answer. */
    double seconds() {
        return seconds;
    }

    /** Processor time of the process and those that it started, as a server's script may start the JVM. */
    public double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToDouble(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        for (var each : all) {
            while (each.isAlive()) {
                if (System.nanoTime() > deadline) {
                    each.destroyForcibly();
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
