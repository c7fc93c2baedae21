package org.mizan.codegen.vcl.varnish;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's Varnish on a free port of the loopback address, with its files in a folder of its own.
 *
 * <p>Without one the tests are skipped, loudly; where {@code CI=true} they fail.
 */
public final class Varnish implements AutoCloseable {
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

    /** Starts one with a configuration, or ends the test as {@link #missing} does. */
    public static Varnish start(String configuration) throws IOException, InterruptedException {
        return start(file -> "vcl 4.1;\ninclude \"" + file + "\";\n", configuration);
    }

    /**
     * Starts one with a configuration in a file, or ends the test as {@link #missing} does.
     *
     * @param including makes the configuration that includes the file, of its name
     */
    public static Varnish start(UnaryOperator<String> including, String configuration)
            throws IOException, InterruptedException {
        return start(including, configuration, freePort());
    }

    /** Starts one on a port that was free, or ends the test as {@link #missing} does. */
    public static Varnish start(String configuration, int port) throws IOException, InterruptedException {
        return start(file -> "vcl 4.1;\ninclude \"" + file + "\";\n", configuration, port);
    }

    private static Varnish start(UnaryOperator<String> including, String configuration, int port)
            throws IOException, InterruptedException {
        var program = program().orElseThrow(Varnish::missing);
        var folder = Files.createTempDirectory("mizan-varnish");
        var edge = Files.writeString(folder.resolve("edge.vcl"), configuration);
        var vcl = Files.writeString(folder.resolve("root.vcl"), including.apply(edge.toString()));
        var command = new ProcessBuilder(program.toString(), "-F", "-T", "none", "-j", "none");
        command.command().addAll(List.of("-a", "127.0.0.1:" + port, "-s", "malloc,64m"));
        command.command().addAll(List.of("-n", folder.resolve("work").toString(), "-f", vcl.toString()));
        var process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var varnish = new Varnish(folder, port, process);
        varnish.awaitStart();
        return varnish;
    }

    /** Whether the machine has one, with the vmods. */
    public static boolean isInstalled() {
        return program().isPresent();
    }

    /** Ends a test that needs one where there is none: as skipped, or with the exception that it gives where CI=true. */
    public static RuntimeException missing() {
        if ("true".equals(System.getenv("CI"))) {
            return new IllegalStateException(MISSING);
        }
        System.err.println(MISSING);
        return Assumptions.abort(MISSING);
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator), new String[] {"/usr/sbin", "/usr/local/sbin"})
                .flatMap(Stream::of)
                .map(at -> Path.of(at, "varnishd"))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(found -> hasModules());
    }

    private static boolean hasModules() {
        return Stream.of("/usr/lib", "/usr/local/lib").map(Path::of).anyMatch(Varnish::holdsModules);
    }

    private static boolean holdsModules(Path lib) {
        try (var found = Files.find(lib, 4, (file, attributes) -> file.endsWith("vmods/libvmod_xkey.so"))) {
            return found.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
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

    /** It listens before it has a child that answers. */
    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.setSoTimeout(2_000);
            var purge = "PURGE / HTTP/1.1\r\nHost: edge\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(purge.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it answers. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + port + "/");
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
