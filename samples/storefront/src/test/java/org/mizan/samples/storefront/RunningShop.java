package org.mizan.samples.storefront;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built WAR on a Payara Micro of its own, started as the README's command starts it, on a free port. */
final class RunningShop {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_START_NANOS = TimeUnit.MINUTES.toNanos(4);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Path log;
    private final Process server;
    private final URI root;

    RunningShop() throws IOException, InterruptedException {
        var target = Path.of(System.getProperty("storefront.target"));
        int port = freePort();
        log = target.resolve("storefront-it.log");
        root = URI.create("http://127.0.0.1:" + port + "/");
        server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-jar",
                        target.resolve("payara/payara-micro.jar").toString(),
                        "--nocluster",
                        "--disablephonehome",
                        "--prebootcommandfile",
                        System.getProperty("storefront.preboot"),
                        "--port",
                        String.valueOf(port),
                        "--contextroot",
                        "/",
                        "--deploy",
                        target.resolve("storefront.war").toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitAnswer();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws InterruptedException {
        long start = System.nanoTime();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() - start > LONGEST_START_NANOS) {
                stop();
                throw new IllegalStateException("the storefront did not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** While it starts, Payara refuses, or answers 404 or 500. */
    private boolean answers() throws InterruptedException {
        try {
            return get("api/mizan/ctx/global/").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }
}
