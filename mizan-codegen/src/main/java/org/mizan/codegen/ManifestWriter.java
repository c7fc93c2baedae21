package org.mizan.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mizan.codegen.scan.Application;
import org.mizan.codegen.scan.ApplicationReader;
import org.mizan.codegen.scan.ClassPath;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/**
 * Makes the edge manifest of an application out of its class files, byte for byte the one that the running application
 * exposes. One use, one thread; what went wrong is in the problems.
 */
public final class ManifestWriter {
    private final ClassPath path;
    private final Map<String, String> settings;
    private final Problems problems;

    /**
     * Creates a writer.
     *
     * @param settings settings that precede the application's own
     */
    public ManifestWriter(ClassPath path, Map<String, String> settings, Problems problems) {
        this.path = path;
        this.settings = Map.copyOf(settings);
        this.problems = problems;
    }

    /** The manifest; empty when there is an error. */
    public Optional<EdgeManifest> manifest() {
        try (var application = new ApplicationReader(path, settings, problems).read()) {
            if (!problems.errors().isEmpty()) {
                return Optional.empty();
            }
            var read = application.settings().manifest();
            EdgeManifest.check(application.registry(), read, problems);
            checkPaths(application);
            return problems.errors().isEmpty()
                    ? Optional.of(EdgeManifest.of(application.registry(), read))
                    : Optional.empty();
        }
    }

    /** Where resources are, a running application cannot tell on every server: the settings must. */
    private void checkPaths(Application application) {
        boolean pages =
                application.registry().functions().values().stream().anyMatch(function -> function.page() != null);
        if (pages && application.settings().manifest().applicationPaths().isEmpty()) {
            application.restPaths().forEach((name, path) -> {
                var inner = path.replaceAll("^/+|/+$", "");
                if (!inner.isEmpty()) {
                    problems.add(Problem.error(
                            2001,
                            name,
                            "its @ApplicationPath is in front of the paths of pages, and the settings do not say so.",
                            "Write mizan.manifest.application-path=/" + inner
                                    + " into META-INF/microprofile-config.properties."));
                }
            });
        }
    }

    /**
     * Writes the manifest into a file, with the folders above it.
     *
     * @return whether it was written: not when there is an error, nor when the file has this content
     */
    public boolean write(Path file) {
        var text = manifest().map(EdgeManifest::text).orElse("");
        if (text.isEmpty()) {
            return false;
        }
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            problems.add(Problem.error(
                    2002, file.toString(), "the manifest cannot be written: " + e.getMessage() + ".", "Name a file."));
            return false;
        }
    }
}
