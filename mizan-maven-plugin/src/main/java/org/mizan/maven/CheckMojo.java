package org.mizan.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.Checks;
import org.mizan.codegen.Options;
import org.mizan.core.problem.Problems;

/** Fails when the client is not what the classes say, and when clients that are deployed would break. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckMojo extends ClientMojo {

    /** The Git revision whose client is deployed: a release's tag, or a branch. */
    @Parameter(property = "mizan.against", defaultValue = "HEAD")
    private String against = "";

    /** The {@code schema.json} of the deployed client, instead. */
    @Parameter(property = "mizan.baseline")
    private @Nullable File baseline;

    @Override
    void run(Options options, Problems problems) {
        new Checks(options, problems).run(baseline == null ? null : baseline.toPath(), against);
    }
}
