package org.mizan.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
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
    @Override
    void run(Options options, Problems problems) {
        var changed = new Generator(options, problems).generate();
        if (!changed.isEmpty()) {
            getLog().info("wrote " + String.join(", ", changed));
        }
    }
}
