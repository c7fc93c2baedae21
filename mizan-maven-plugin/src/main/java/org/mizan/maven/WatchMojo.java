package org.mizan.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.mizan.codegen.Options;
import org.mizan.codegen.Watching;
import org.mizan.core.problem.Problems;

/** Writes the client whenever classes change, until Ctrl-C. Something else compiles: the editor, or another Maven. */
@Mojo(name = "watch", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class WatchMojo extends ClientMojo {
    @Override
    void run(Options options, Problems problems) throws MojoFailureException {
        getLog().info("watching " + options.path().classes());
        try {
            new Watching(options, (found, changed) -> {
                        found.warnings().forEach(warning -> getLog().warn(warning.toString()));
                        found.errors().forEach(error -> getLog().error(error.toString()));
                        if (!changed.isEmpty()) {
                            getLog().info("wrote " + String.join(", ", changed));
                        }
                    })
                    .run();
        } catch (IOException e) {
            throw new MojoFailureException("Mizan: the classes cannot be watched: " + e.getMessage(), e);
        }
    }
}
