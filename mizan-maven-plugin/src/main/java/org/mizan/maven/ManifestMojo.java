package org.mizan.maven;

import java.io.File;
import java.util.HashMap;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.ManifestWriter;
import org.mizan.core.config.PropertyNames;
import org.mizan.core.problem.Problems;

/** Writes the edge manifest of the application's classes, the one that the running application exposes. */
@Mojo(
        name = "manifest",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class ManifestMojo extends ClassesMojo {

    /** The file. */
    @Parameter(
            property = "mizan.manifest",
            defaultValue = "${project.build.directory}/edge-manifest.json",
            required = true)
    private File manifest = new File("");

    /** The path of the endpoints, where the WAR moves them. */
    @Parameter(property = "mizan.base")
    private @Nullable String base;

    /** What an edge sees in front of every path: the context path, as a rule. */
    @Parameter(property = "mizan.manifest.prefix")
    private @Nullable String prefix;

    @Override
    void run(Problems problems) {
        var settings = new HashMap<>(settings());
        if (base != null) {
            settings.put(PropertyNames.BASE, base);
        }
        if (prefix != null) {
            settings.put(PropertyNames.MANIFEST_PREFIX, prefix);
        }
        if (new ManifestWriter(path(), settings, problems).write(manifest.toPath())) {
            getLog().info("wrote " + manifest);
        }
    }
}
