package org.mizan.it;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's Varnish on a free port of the loopback address, with its files in a folder of its own.
 *
 * <p>Without one the tests are skipped, loudly; where {@code CI=true} they fail.
 */
final class Varnish implements AutoCloseable {
    private static final String MISSING = "NO TESTS OF THE EDGE: there is no varnishd with the vmods that it needs."
            + " Install the Debian packages 'varnish' and 'varnish-modules'";
    private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final int port;
    private final Process process;

    private Varnish(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one with a configuration, which another that knows its file includes. */
    static Varnish start(UnaryOperator<String> including, String configuration)
            throws IOException, InterruptedException {
        var program = program();
        var folder = Files.createTempDirectory("mizan-varnish");
        var edge = Files.writeString(folder.resolve("edge.vcl"), configuration);
        var vcl = Files.writeString(folder.resolve("root.vcl"), including.apply(edge.toString()));
        var port = freePort();
        var process = new ProcessBuilder(
                        program.toString(),
                        "-F",
                        "-n",
                        folder.resolve("work").toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-T",
                        "none",
                        "-j",
                        "none",
                        "-s",
                        "malloc,64m",
                        "-f",
                        vcl.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var varnish = new Varnish(folder, port, process);
        varnish.awaitStart();
        return varnish;
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator), new String[] {"/usr/sbin", "/usr/local/sbin"})
                .flatMap(Stream::of)
                .map(at -> Path.of(at, "varnishd"))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(found -> hasModules())
                .orElseThrow(Varnish::missing);
    }

    private static boolean hasModules() {
        return Stream.of("/usr/lib", "/usr/local/lib").map(Path::of).anyMatch(Varnish::holdsModules);
    }

    private static boolean holdsModules(Path lib) {
        try (var found = Files.find(lib, 4, (file, attributes) -> file.endsWith("vmods/libvmod_xkey.so"))) {
            return found.findAny().isPresent();
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static RuntimeException missing() {
        if ("true".equals(System.getenv("CI"))) {
            return new IllegalStateException(MISSING);
        }
        System.err.println(MISSING);
        return Assumptions.abort(MISSING);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
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

    private boolean listens() {
        // It listens before it has a child that answers.
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PURGE / HTTP/1.1\r\nHost: edge\r\nConnection: close\r\n\r\n".getBytes());
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        var processes = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                processes.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }
}
