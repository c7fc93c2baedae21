package org.mizan.maven;

import jakarta.json.spi.JsonProvider;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.mizan.ssr.bundle.BundleException;
import org.mizan.ssr.bundle.Bundler;
import org.mizan.ssr.bundle.Sources;
import org.mizan.ssr.bundle.WorkerFiles;
import org.mizan.ssr.process.BunExecutable;

/**
 * Bundles the views for the server and for browsers, into the archive that the WAR plugin will pack.
 *
 * <p>Bun is {@code mizan.bun}; else that of the {@code node_modules} of the views' folder, the project's, or those above
 * them; else that of the {@code PATH}.
 */
@Mojo(name = "bundle", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class BundleMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File basedir = new File("");

    /** The folder of the views. */
    @Parameter(
            property = "mizan.views",
            defaultValue = "${project.basedir}/src/main/webapp/WEB-INF/views",
            required = true)
    private File views = new File("");

    /** The folder of the generated client; without one, views have their props alone. */
    @Parameter(property = "mizan.output", defaultValue = "${project.basedir}/src/main/frontend/mizan")
    private File client = new File("");

    /** Where the bundle goes. */
    @Parameter(
            property = "mizan.bundle",
            defaultValue = "${project.build.directory}/${project.build.finalName}/WEB-INF/mizan",
            required = true)
    private File bundle = new File("");

    /** The Bun executable. */
    @Parameter(property = "mizan.bun")
    private @Nullable String bun;

    /** Whether it is a bundle for development: React's checks, nothing minified. */
    @Parameter(property = "mizan.bundle.development", defaultValue = "false")
    private boolean development;

    /** Whether the goal does nothing. */
    @Parameter(property = "mizan.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        if (!views.isDirectory()) {
            getLog().warn("MIZAN-01440: " + views + ": there is no such folder, so no view is bundled. Name it by the"
                    + " parameter 'views'.");
            return;
        }
        var executable = new BunExecutable(
                Optional.ofNullable(bun),
                Stream.of(views, basedir)
                        .flatMap(folder -> BunExecutable.andAbove(folder.toPath()).stream())
                        .toList(),
                System.getenv("PATH"));
        try (var files = WorkerFiles.unpack()) {
            var manifest = new Bundler(executable, files, JsonProvider.provider()).bundle(sources());
            getLog().info("bundled " + manifest.views().size() + " views with React " + manifest.react());
        } catch (BundleException e) {
            e.problems().forEach(problem -> getLog().error(problem.toString()));
            throw new MojoFailureException("Mizan: the views cannot be bundled, see above", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Mizan: interrupted", e);
        }
    }

    private Sources sources() {
        Path generated = client.toPath();
        return new Sources(
                views.toPath(),
                Optional.of(generated).filter(folder -> Files.isRegularFile(folder.resolve("index.ts"))),
                bundle.toPath(),
                Optional.empty(),
                development);
    }
}
