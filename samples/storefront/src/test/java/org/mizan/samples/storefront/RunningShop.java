package org.mizan.samples.storefront;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built WAR on a Payara Micro of its own, started as the README's command starts it, on a free port. */
final class RunningShop implements AutoCloseable {
    private static final long LONGEST_START_NANOS = TimeUnit.MINUTES.toNanos(4);

    private final Path target = Path.of(System.getProperty("storefront.target"));
    private final Path log = target.resolve("storefront-it.log");
    private final int port = freePort();
    private final URI root = URI.create("http://127.0.0.1:" + port + "/");
    private Process server;

    RunningShop() throws IOException, InterruptedException {
        start();
    }

    /** Starts it again after {@link #close}, at the same address: with the seed's rows, and without anybody's session. */
    void start() throws IOException, InterruptedException {
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
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
        var visitor = visitor();
        while (!answers(visitor)) {
            if (!server.isAlive() || System.nanoTime() - start > LONGEST_START_NANOS) {
                close();
                throw new IllegalStateException("the storefront did not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** While it starts, Payara refuses, or answers 404 or 500. */
    private static boolean answers(Visitor visitor) throws InterruptedException {
        try {
            return visitor.context("global/").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI root() {
        return root;
    }

    Visitor visitor() {
        return Visitor.anonymous(root);
    }

    /** One of the seed's customers, by number. */
    Visitor customer(int number) throws IOException, InterruptedException {
        return Visitor.signedIn(root, String.valueOf(number), "kettle");
    }

    Visitor administrator() throws IOException, InterruptedException {
        return Visitor.signedIn(root, "admin", "teapot");
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
