package org.mizan.samples.storefront;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.mizan.codegen.vcl.varnish.Varnish;

/**
 * The built WAR on a server of its own, started as the README's commands start it, on a free port; and before it an edge,
 * where the machine has one.
 */
final class RunningShop implements AutoCloseable {
    private static final String BUILT_FOR = ".port = \"8080\"";
    private static final long LONGEST_START_NANOS = TimeUnit.MINUTES.toNanos(4);

    private final ShopServer kind = ShopServer.underTest();
    private final int port = ShopServer.freePort();
    private final URI root = URI.create("http://127.0.0.1:" + port + "/");
    private final Optional<Varnish> edge;
    private Process server;

    RunningShop() throws IOException, InterruptedException {
        edge = Varnish.isInstalled() ? Optional.of(Varnish.start(configuration())) : Optional.empty();
        start();
    }

    /** What the build wrote for an edge, with the port of this shop. */
    private String configuration() throws IOException {
        var written = Files.readString(Path.of(System.getProperty("storefront.target"), "edge.vcl"));
        if (!written.contains(BUILT_FOR)) {
            throw new IllegalStateException("edge.vcl does not name the shop's port");
        }
        return written.replace(BUILT_FOR, ".port = \"" + port + "\"");
    }

    /** Starts it again after {@link #stop}, at the same address: with the seed's rows, and without anybody's session. */
    void start() throws IOException, InterruptedException {
        var command = kind.start(port);
        if (edge.isPresent()) {
            command.environment().put("MIZAN_EDGE_PURGE_URLS", edge.get().root().toString());
            // A repeat would purge what a test has just had kept.
            command.environment().put("MIZAN_EDGE_SETTLE", "0");
        }
        server = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(kind.log().toFile()))
                .start();
        awaitAnswer();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var visitor = visitor();
        while (!answers(visitor)) {
            if (!server.isAlive() || System.nanoTime() - start > LONGEST_START_NANOS) {
                close();
                throw new IllegalStateException("the storefront did not start, see " + kind.log());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** While it starts, a server refuses, or answers 404 or 500. */
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

    /** Where the edge is; empty when the machine has none. */
    Optional<URI> edge() {
        return edge.map(Varnish::root);
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
    public void close() throws IOException {
        stop();
        if (edge.isPresent()) {
            edge.get().close();
        }
    }

    /** Ends the server; the edge stays. */
    void stop() {
        // Liberty's script waits for the server that it started.
        var processes = Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                .toList();
        processes.forEach(ProcessHandle::destroy);
        try {
            for (var process : processes) {
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
