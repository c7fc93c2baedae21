package org.mizan.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.mizan.codegen.scan.ClassPath;
import org.mizan.core.problem.Problems;

/** What all goals have in common that read the application's classes. */
abstract class ClassesMojo extends AbstractMojo {
    private static final Set<String> PROVIDED = Set.of(Artifact.SCOPE_PROVIDED, Artifact.SCOPE_SYSTEM);

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    /** The application's classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classes = new File("");

    /** The folder of {@code WEB-INF}, where a {@code beans.xml} may be. */
    @Parameter(defaultValue = "${project.basedir}/src/main/webapp")
    private File webapp = new File("");

    /** Settings such as {@code mizan.naming}, where the server has them from the environment. */
    @Parameter
    private Map<String, String> settings = Map.of();

    /** Whether the goal does nothing. */
    @Parameter(property = "mizan.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        var problems = new Problems();
        run(problems);
        report(problems);
    }

    /** Does what the goal is for. */
    abstract void run(Problems problems) throws MojoFailureException;

    Map<String, String> settings() {
        return settings;
    }

    private void report(Problems problems) throws MojoFailureException {
        problems.warnings().forEach(warning -> getLog().warn(warning.toString()));
        problems.errors().forEach(error -> getLog().error(error.toString()));
        var errors = problems.errors().size();
        if (errors > 0) {
            throw new MojoFailureException("Mizan: " + (errors == 1 ? "1 error" : errors + " errors") + ", see above");
        }
    }

    ClassPath path() {
        var libraries = new ArrayList<Path>();
        var provided = new ArrayList<Path>();
        for (var artifact : project.getArtifacts()) {
            if (artifact.getFile() != null && !artifact.getScope().equals(Artifact.SCOPE_TEST)) {
                (PROVIDED.contains(artifact.getScope()) ? provided : libraries)
                        .add(artifact.getFile().toPath());
            }
        }
        return new ClassPath(List.of(classes.toPath()), libraries, provided, webapp.toPath());
    }
}
