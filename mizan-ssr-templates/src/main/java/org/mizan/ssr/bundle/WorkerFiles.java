package org.mizan.ssr.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * What Bun runs, unpacked from this jar to a temporary folder that is deleted when it is closed: the worker, the
 * bundler and a copy of React.
 *
 * <p>{@code index.txt}, written by the build, names the files: class loaders do not list what is in a jar.
 */
public final class WorkerFiles implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkerFiles.class.getName());
    private static final String ROOT = "/org/mizan/ssr/";
    private static final String INDEX = ROOT + "index.txt";

    private final Path folder;
    private final String hash;

    private WorkerFiles(Path folder, String hash) {
        this.folder = folder;
        this.hash = hash;
    }

    /** Unpacks them. */
    public static WorkerFiles unpack() {
        try {
            var folder = Files.createTempDirectory("mizan-ssr-").toRealPath();
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : names()) {
                var file = folder.resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                try (var content = Objects.requireNonNull(WorkerFiles.class.getResourceAsStream(ROOT + name), name)) {
                    var bytes = content.readAllBytes();
                    digest.update(bytes);
                    Files.write(file, bytes);
                }
            }
            return new WorkerFiles(folder, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    BundleMessages.notUnpacked(Path.of(System.getProperty("java.io.tmpdir", ""))), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static List<String> names() throws IOException {
        var index = Objects.requireNonNull(WorkerFiles.class.getResourceAsStream(INDEX), INDEX);
        try (var lines = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** A hash of all of them: it tells versions of the library apart. */
    public String hash() {
        return hash;
    }

    /** The worker's script. */
    public Path worker() {
        return folder.resolve("worker/worker.ts");
    }

    /** The bundler's script. */
    public Path bundler() {
        return folder.resolve("worker/bundle.ts");
    }

    /** A {@code node_modules} folder with React. */
    public Path react() {
        return folder.resolve("react/node_modules");
    }

    /** A folder of this name, for whoever needs one that is deleted with all this. */
    public Path temporary(String name) {
        try {
            return Files.createDirectories(folder.resolve("tmp").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(BundleMessages.notUnpacked(folder), e);
        }
    }

    /** Deletes what can be deleted. */
    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorkerFiles::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, BundleMessages.notDeleted(folder), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, BundleMessages.notDeleted(file), e);
        }
    }
}
