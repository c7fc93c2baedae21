package org.mizan.ssr.runtime;

import jakarta.json.spi.JsonProvider;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.config.SsrSettings;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.asset.Asset;
import org.mizan.ssr.asset.AssetPath;
import org.mizan.ssr.bundle.BundleException;
import org.mizan.ssr.bundle.BundleManifest;
import org.mizan.ssr.bundle.BundleWatcher;
import org.mizan.ssr.bundle.Bundler;
import org.mizan.ssr.bundle.Sources;
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
    private final Bundler bundler;
    private final JsonProvider json;
    private final Runnable replaced;
    private final Map<String, Site> byFolder = new ConcurrentHashMap<>();
    private final @Nullable EditedSite edited;
    /** Whether the build made a bundle; asked once, for the archive is listed to know it. */
    private final boolean built;

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
        this.bundler = new Bundler(bun, files, json);
        this.json = json;
        this.replaced = replaced;
        this.built = hasBundle(context);
        this.edited = settings.development().map(this::edited).orElse(null);
    }

    private EditedSite edited(SsrSettings.Development sources) {
        var views = Path.of(sources.views());
        var output = files.temporary("edited");
        return new EditedSite(
                manifest -> new Site(output, manifest, assets()),
                replaced,
                listener -> new BundleWatcher(
                        bundler, new Sources(views, client(views, sources.client()), output, true), listener));
    }

    private static Optional<Path> client(Path views, Optional<String> configured) {
        return configured
                .map(Path::of)
                .or(() -> Optional.of(views.resolveSibling("mizan")))
                .filter(folder -> Files.isRegularFile(folder.resolve("index.ts")));
    }

    private String assets() {
        return AssetPath.in(context.getContextPath());
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
        return edited != null ? edited.current() : byFolder.computeIfAbsent(built ? BUNDLE : folder, this::make);
    }

    Optional<Asset> asset(String name) {
        if (edited != null) {
            return edited.current().asset(name);
        }
        if (byFolder.isEmpty()) {
            of(SsrRuntime.VIEW_FOLDER);
        }
        return byFolder.values().stream()
                .flatMap(site -> site.asset(name).stream())
                .findFirst();
    }

    private Site make(String folder) {
        return built ? fromBuild() : bundled(folder);
    }

    private Site fromBuild() {
        var bundle =
                WarFolder.onDisk(context, BUNDLE, files.temporary("bundle")).orElseThrow();
        return new Site(bundle, BundleManifest.read(bundle.resolve(BundleManifest.FILE), json), assets());
    }

    private Site bundled(String folder) {
        var name = folder.replaceAll("[^A-Za-z0-9]+", "-");
        // In a folder that is named as in the archive: errors name places so.
        var views = WarFolder.onDisk(context, folder, files.temporary("views" + name + folder))
                .orElseThrow(() -> new ViewException(
                        "MIZAN-01302: the archive has no folder " + folder
                                + ". Put the views there, or name their folder"
                                + " by Jakarta MVC's property jakarta.mvc.engine.ViewEngine.viewFolder.",
                        null));
        Site.requireNoLinksOut(views);
        var output = files.temporary("bundle" + name);
        try {
            return new Site(output, bundler.bundle(new Sources(views, Optional.empty(), output, false)), assets());
        } catch (BundleException e) {
            throw new ViewException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ViewException("MIZAN-01304: " + folder + ": bundling was interrupted. Try again.", e);
        }
    }

    @Override
    public void close() {
        if (edited != null) {
            edited.close();
        }
        byFolder.clear();
    }
}
