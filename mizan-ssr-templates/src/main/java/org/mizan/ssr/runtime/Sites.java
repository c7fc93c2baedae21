package org.mizan.ssr.runtime;

import jakarta.json.spi.JsonProvider;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mizan.core.config.SsrSettings;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.asset.AssetServlet;
import org.mizan.ssr.bundle.BundleManifest;
import org.mizan.ssr.bundle.WorkerFiles;
import org.mizan.ssr.process.BunExecutable;
import org.mizan.ssr.template.ViewNames;
import org.mizan.ssr.template.WarFolder;

/**
 * The bundles of an application: the one that its build made; in development one that follows the sources; else one that
 * is made of the views in the archive when they are first needed. Thread-safe.
 */
final class Sites implements AutoCloseable {
    private static final Logger LOG = System.getLogger("org.mizan.ssr");
    private static final String BUNDLE = "/WEB-INF/mizan/";

    private final ServletContext context;
    private final SsrSettings settings;
    private final WorkerFiles files;
    private final BunExecutable bun;
    private final JsonProvider json;
    private final Runnable replaced;
    private final Map<String, Site> byFolder = new ConcurrentHashMap<>();

    /**
     * Creates them.
     *
     * @param replaced told when a bundle has taken the place of another
     */
    Sites(
            ServletContext context,
            SsrSettings settings,
            WorkerFiles files,
            BunExecutable bun,
            JsonProvider json,
            Runnable replaced) {
        this.context = context;
        this.settings = settings;
        this.files = files;
        this.bun = bun;
        this.json = json;
        this.replaced = replaced;
    }

    /** Whether an application has views. */
    static boolean hasViews(ServletContext context, SsrSettings settings) {
        return settings.development().isPresent() || hasBundle(context) || hasSources(context, SsrRuntime.VIEW_FOLDER);
    }

    private static boolean hasBundle(ServletContext context) {
        return Objects.requireNonNullElse(context.getResourcePaths(BUNDLE), Set.of())
                .contains(BUNDLE + BundleManifest.FILE);
    }

    private static boolean hasSources(ServletContext context, String folder) {
        return Objects.requireNonNullElse(context.getResourcePaths(folder), Set.<String>of()).stream()
                .anyMatch(name -> name.endsWith("/") ? hasSources(context, name) : ViewNames.isView(name));
    }

    /** Reads or makes the bundle that will be asked for, in the background. */
    void prepare() {
        var thread = new Thread(
                () -> {
                    try {
                        of(SsrRuntime.VIEW_FOLDER);
                    } catch (RuntimeException e) {
                        LOG.log(Level.WARNING, e.getMessage(), e);
                    }
                },
                "mizan-ssr-start");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The bundle for a folder of views.
     *
     * @throws ViewException when it cannot be had
     */
    Site of(String folder) {
        return byFolder.computeIfAbsent(hasBundle(context) ? BUNDLE : folder, this::make);
    }

    Optional<Asset> asset(String name) {
        if (byFolder.isEmpty()) {
            of(SsrRuntime.VIEW_FOLDER);
        }
        return byFolder.values().stream()
                .flatMap(site -> site.asset(name).stream())
                .findFirst();
    }

    private Site make(String folder) {
        if (folder.equals(BUNDLE)) {
            return site(
                    WarFolder.onDisk(context, BUNDLE, files.temporary("bundle")).orElseThrow());
        }
        throw new ViewException("MIZAN-01302: " + folder + ": there is no bundle of these views.", null);
    }

    private Site site(Path bundle) {
        return new Site(
                bundle,
                BundleManifest.read(bundle.resolve(BundleManifest.FILE), json),
                context.getContextPath() + AssetServlet.PATH);
    }

    @Override
    public void close() {
        byFolder.clear();
    }
}
