package org.mizan.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mizan.codegen.scan.ClassPath;
import org.mizan.codegen.vcl.EdgeOptions;
import org.mizan.codegen.vcl.VarnishConfiguration;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;

/** Writes the configuration of a Varnish for an application's classes. One use, one thread. */
public final class EdgeWriter {
    private final ManifestWriter manifests;
    private final EdgeSettings edge;
    private final Problems problems;

    /**
     * Creates a writer.
     *
     * @param settings settings that precede the application's own
     */
    public EdgeWriter(ClassPath path, Map<String, String> settings, EdgeSettings edge, Problems problems) {
        this.manifests = new ManifestWriter(path, settings, problems);
        this.edge = edge;
        this.problems = problems;
    }

    /**
     * Writes the configuration into a file, with the folders above it.
     *
     * @return whether it was written: not when there is an error, nor when the file has this content
     */
    public boolean write(Path file) {
        var text = options()
                .flatMap(
                        options -> manifests.manifest().map(manifest -> VarnishConfiguration.write(manifest, options)));
        if (text.isEmpty()) {
            return false;
        }
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text.get())) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text.get());
            return true;
        } catch (IOException e) {
            problems.add(Problem.error(
                    2004,
                    file.toString(),
                    "the configuration cannot be written: " + e.getMessage() + ".",
                    "Name a file."));
            return false;
        }
    }

    private Optional<EdgeOptions> options() {
        try {
            int colon = edge.backend().lastIndexOf(':');
            return Optional.of(new EdgeOptions(
                    edge.backend().substring(0, Math.max(0, colon)),
                    Integer.parseInt(edge.backend().substring(colon + 1)),
                    edge.purgers(),
                    edge.credentials(),
                    edge.keepHeader(),
                    edge.cacheStatus()));
        } catch (IllegalArgumentException e) {
            problems.add(Problem.error(
                    2003,
                    edge.backend(),
                    "the settings of the edge cannot be used: " + e.getMessage() + ".",
                    "Write the backend as host:port, purgers as addresses or networks, and credentials as names of"
                            + " headers."));
            return Optional.empty();
        }
    }
}
