package org.mizan.maven;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.EdgeSettings;
import org.mizan.codegen.EdgeWriter;
import org.mizan.core.config.PropertyNames;
import org.mizan.core.problem.Problems;

/** Writes the configuration of a Varnish in front of the application, from its classes. */
@Mojo(
        name = "vcl",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class VclMojo extends ClassesMojo {

    /** The file. */
    @Parameter(property = "mizan.vcl", defaultValue = "${project.build.directory}/edge.vcl", required = true)
    private File vcl = new File("");

    /** Where the application is, {@code host:port}. */
    @Parameter(property = "mizan.vcl.backend", defaultValue = "127.0.0.1:8080", required = true)
    private String backend = "";

    /** Addresses, or networks as {@code 10.0.0.0/8}, that purges are taken from. */
    @Parameter(property = "mizan.vcl.purgers", defaultValue = "127.0.0.1,::1")
    private List<String> purgers = List.of();

    /** Further headers that the application knows its callers by, as {@code X-Client-Cert}: requests with one pass. */
    @Parameter(property = "mizan.vcl.credentials")
    private List<String> credentials = List.of();

    /** Whether {@code X-Mizan-Invalidate} is passed on to browsers. */
    @Parameter(property = "mizan.vcl.keep-header", defaultValue = "true")
    private boolean keepInvalidateHeader;

    /** Whether answers say {@code Cache-Status: Edge; …}. */
    @Parameter(property = "mizan.vcl.cache-status", defaultValue = "false")
    private boolean cacheStatus;

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
        var edge = new EdgeSettings(backend, purgers, credentials, keepInvalidateHeader, cacheStatus);
        if (new EdgeWriter(path(), settings, edge, problems).write(vcl.toPath())) {
            getLog().info("wrote " + vcl);
        }
    }
}
