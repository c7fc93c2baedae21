package org.mizan.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.mizan.codegen.Generator;
import org.mizan.codegen.Options;
import org.mizan.core.problem.Problems;

/** Writes the TypeScript client of the application's classes. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class GenerateMojo extends ClientMojo {

    /**
     * Whether nothing is written, and a client that is not what the classes say fails the build. By default where the
     * environment variable {@code CI} is {@code true}: there, nobody would commit what was written.
     */
    @Parameter(property = "mizan.frozen", defaultValue = "${env.CI}")
    private boolean frozen;

    @Override
    void run(Options options, Problems problems) {
        var generator = new Generator(options, problems);
        if (frozen) {
            generator.compare();
            return;
        }
        var changed = generator.generate();
        if (!changed.isEmpty()) {
            getLog().info("wrote " + String.join(", ", changed));
        }
    }
}
