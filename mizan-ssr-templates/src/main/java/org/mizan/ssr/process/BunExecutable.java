package org.mizan.ssr.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Bun is: the configured file; else the npm package {@code @oven/bun-<system>-<processor>} in the
 * {@code node_modules} of the given folders; else what {@code PATH} finds. Immutable; looks anew
 * whenever it is asked.
 */
public final class BunExecutable {
    /** Of Linux there are builds for musl and for processors without AVX2, too. */
    private static final List<String> BUILDS = List.of("", "-musl", "-baseline", "-musl-baseline");

    private final Optional<String> configured;
    private final List<Path> folders;
    private final @Nullable String path;

    /**
     * Creates one.
     *
     * @param configured {@code mizan.ssr.bun}
     * @param folders whose {@code node_modules} are looked into
     * @param path the environment's {@code PATH}
     */
    public BunExecutable(Optional<String> configured, List<Path> folders, @Nullable String path) {
        this.configured = configured;
        this.folders = List.copyOf(folders);
        this.path = path;
    }

    /** A folder and all above it, as npm looks for packages: for sources, around which lies what their owner put there. */
    public static List<Path> andAbove(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .toList();
    }

    /**
     * The executable, an absolute path.
     *
     * @throws MissingBunException when there is none, or what is configured is none
     */
    public Path find() throws MissingBunException {
        if (configured.isPresent()) {
            return configured(configured.get());
        }
        for (var folder : folders) {
            for (var build : BUILDS) {
                var file = folder.toAbsolutePath()
                        .resolve("node_modules/@oven/" + packageName() + build + "/bin/" + fileName());
                if (isExecutable(file)) {
                    return file;
                }
            }
        }
        return inPath().orElseThrow(() -> new MissingBunException(ProcessMessages.missing(packageName(), folders)));
    }

    private static Path configured(String text) throws MissingBunException {
        try {
            var file = Path.of(text);
            if (isExecutable(file)) {
                return file.toAbsolutePath();
            }
        } catch (InvalidPathException e) {
            // Then it is no executable either.
        }
        throw new MissingBunException(ProcessMessages.notExecutable(text));
    }

    /** Relative entries are left out: what they mean depends on where the server was started. */
    private Optional<Path> inPath() {
        if (path == null) {
            return Optional.empty();
        }
        for (var entry : path.split(File.pathSeparator, -1)) {
            try {
                var file = Path.of(entry).resolve(fileName());
                if (file.isAbsolute() && isExecutable(file)) {
                    return Optional.of(file);
                }
            } catch (InvalidPathException e) {
                // An entry that means nothing on this system.
            }
        }
        return Optional.empty();
    }

    private static boolean isExecutable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static String fileName() {
        return system().equals("windows") ? "bun.exe" : "bun";
    }

    private static String packageName() {
        var processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return "bun-" + system() + "-" + (processor.matches("aarch64|arm64") ? "aarch64" : "x64");
    }

    private static String system() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "windows";
        }
        return system.startsWith("mac") ? "darwin" : "linux";
    }
}
