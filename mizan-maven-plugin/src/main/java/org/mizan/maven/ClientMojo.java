package org.mizan.maven;

import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.mizan.codegen.Options;
import org.mizan.core.problem.Problems;

/** What all goals have in common that are about the client. */
abstract class ClientMojo extends ClassesMojo {
    /** The folder of the client. It belongs to the generator; commit it. */
    @Parameter(property = "mizan.output", defaultValue = "${project.basedir}/src/main/frontend/mizan", required = true)
    private File output = new File("");

    /** Whether there are React hooks that suspend. */
    @Parameter(property = "mizan.suspense", defaultValue = "false")
    private boolean suspense;

    /** Whether there is an {@code openapi.json}. */
    @Parameter(property = "mizan.openapi", defaultValue = "false")
    private boolean openApi;

    /** The path of the endpoints, for {@code openapi.json} alone. */
    @Parameter(property = "mizan.base", defaultValue = "/api/mizan")
    private String base = "";

    @Override
    final void run(Problems problems) throws MojoFailureException {
        run(new Options(path(), settings(), output.toPath(), suspense, openApi, base), problems);
    }

    /** Does what the goal is for. */
    abstract void run(Options options, Problems problems) throws MojoFailureException;
}
