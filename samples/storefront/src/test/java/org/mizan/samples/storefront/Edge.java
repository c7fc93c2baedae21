package org.mizan.samples.storefront;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The machine's Varnish in front of a shop, with the configuration that the build wrote; on the loopback address. */
final class Edge implements AutoCloseable {
    static final String MISSING =
            "NO TESTS OF THE EDGE: there is no varnishd. Install the Debian packages 'varnish' and"
                    + " 'varnish-modules'";
    private static final String BUILT_FOR = ".port = \"8080\"";
    private static final long LONGEST_START_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Path folder;
    private final int port;
    private final Process process;

    private Edge(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one, if the machine has it; the shop need not run yet. */
    static Optional<Edge> before(int shop) throws IOException, InterruptedException {
        var program = Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(at -> Path.of(at, "varnishd"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var written = Files.readString(Path.of(System.getProperty("storefront.target"), "edge.vcl"));
        if (!written.contains(BUILT_FOR)) {
            throw new IllegalStateException("edge.vcl does not name the shop's port");
        }
        var folder = Files.createTempDirectory("storefront-edge");
        var vcl = Files.writeString(folder.resolve("edge.vcl"), written.replace(BUILT_FOR, ".port = \"" + shop + "\""));
        int port = ShopServer.freePort();
        var command = new ProcessBuilder(program.get().toString(), "-F", "-T", "none", "-j", "none");
        command.command().addAll(List.of("-a", "127.0.0.1:" + port, "-s", "malloc,64m"));
        command.command().addAll(List.of("-n", folder.resolve("work").toString(), "-f", vcl.toString()));
        var edge = new Edge(
                folder,
                port,
                command.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start());
        edge.awaitStart();
        return Optional.of(edge);
    }

    private void awaitStart() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START_NANOS) {
                var log = Files.readString(folder.resolve("log"));
                close();
                throw new IllegalStateException("varnishd did not start: " + log);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** It listens before it has a child that answers. */
    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PURGE / HTTP/1.1\r\nHost: edge\r\nConnection: close\r\n\r\n".getBytes());
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() throws IOException {
        var processes = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
