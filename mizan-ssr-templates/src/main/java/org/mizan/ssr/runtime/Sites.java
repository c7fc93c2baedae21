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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
import org.mizan.ssr.template.ViewSources;
import org.mizan.ssr.template.WarFolder;

/**
 * The bundles of an application: the one that its build made; in development one that follows the sources; else one that
 * is made of the views in the archive when they are first needed. Thread-safe.
 */
final class Sites implements AutoCloseable {
    private static final Logger LOG = System.getLogger("org.mizan.ssr");
    private static final String BUNDLE = "/WEB-INF/mizan/";
    /** For how long a bundle that could not be made is not tried again: who asks meanwhile is told the same. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final ServletContext context;
    private final SsrSettings settings;
    private final WorkerFiles files;
    private final Bundler bundler;
    private final JsonProvider json;
    private final Runnable replaced;
    private final Map<String, Making> byFolder = new ConcurrentHashMap<>();
    private final @Nullable EditedSite edited;
    /** Whether the build made a bundle; asked once, for the archive is listed to know it. */
    private final boolean built;
    /** Whether the folder that Jakarta MVC prescribes has views. */
    private final boolean usual;
    /** What the bundles are made of when the build made none. */
    private final String sources;

    /** A bundle that one thread makes, and others wait for. */
    private static final class Making {
        final CompletableFuture<Site> site = new CompletableFuture<>();
        volatile long ended;

        boolean isToBeTriedAgain() {
            return site.isCompletedExceptionally() && System.nanoTime() - ended > PAUSE;
        }
    }

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
        this.usual = ViewSources.hasViews(context, SsrRuntime.VIEW_FOLDER);
        boolean bundles = !built && settings.development().isEmpty();
        this.sources = bundles ? ViewSources.hash(context) + files.hash() : "";
        this.edited = settings.development().map(this::edited).orElse(null);
    }

    private EditedSite edited(SsrSettings.Development sources) {
        var views = Path.of(sources.views());
        var output = files.temporary("edited");
        return new EditedSite(
                manifest -> new Site(output, manifest, assets()),
                replaced,
                listener -> new BundleWatcher(
                        bundler,
                        new Sources(views, client(views, sources.client()), output, Optional.empty(), true),
                        listener));
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
        return settings.development().isPresent() || hasBundle(context) || ViewSources.hasViews(context);
    }

    private static boolean hasBundle(ServletContext context) {
        return Objects.requireNonNullElse(context.getResourcePaths(BUNDLE), Set.of())
                .contains(BUNDLE + BundleManifest.FILE);
    }

    /** Reads or makes the bundle that will be asked for, in the background; that of another folder is not known yet. */
    void prepare() {
        if (edited == null && !built && !usual) {
            return;
        }
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
        if (edited != null) {
            return edited.current();
        }
        var name = built ? BUNDLE : folder;
        var made = byFolder.get(name);
        if (made == null || made.isToBeTriedAgain()) {
            made = begun(name);
        }
        try {
            return made.site.get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new ViewException(String.valueOf(cause == null ? e.getMessage() : cause.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(folder, e);
        }
    }

    /** Makes a bundle, unless somebody else has begun to. */
    private Making begun(String name) {
        var mine = new Making();
        var made = byFolder.compute(name, (key, last) -> last == null || last.isToBeTriedAgain() ? mine : last);
        if (made == mine) {
            make(name, mine);
        }
        return made;
    }

    private void make(String folder, Making making) {
        try {
            making.site.complete(built ? fromBuild() : bundled(folder));
        } catch (RuntimeException | Error e) { // whoever waits must hear of it
            making.ended = System.nanoTime();
            making.site.completeExceptionally(e);
        }
    }

    /**
     * Tells pages of other bundles from those of the present ones. Folders that will be bundled when they are first asked for
     * count by their sources.
     */
    String edition() {
        if (edited != null || built) {
            return of(SsrRuntime.VIEW_FOLDER).edition();
        }
        return (usual ? of(SsrRuntime.VIEW_FOLDER).edition() : "") + sources;
    }

    Optional<Asset> asset(String name) {
        if (edited != null) {
            return edited.current().asset(name);
        }
        if (byFolder.isEmpty() && (built || usual)) {
            of(SsrRuntime.VIEW_FOLDER);
        }
        return byFolder.values().stream()
                .map(made -> made.site)
                .filter(site -> site.isDone() && !site.isCompletedExceptionally())
                .flatMap(site -> site.join().asset(name).stream())
                .findFirst();
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
            var sources = new Sources(views, Optional.empty(), output, Optional.of(root(views)), false);
            return new Site(output, bundler.bundle(sources), assets());
        } catch (BundleException e) {
            throw new ViewException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(folder, e);
        }
    }

    /** The archive's folder, where the views lie in it, else their own: what is around it is not the application's. */
    private Path root(Path views) {
        return Optional.ofNullable(context.getRealPath("/"))
                .map(Path::of)
                .filter(views::startsWith)
                .orElse(views);
    }

    private static ViewException interrupted(String folder, InterruptedException why) {
        return new ViewException("MIZAN-01304: " + folder + ": bundling was interrupted. Try again.", why);
    }

    @Override
    public void close() {
        if (edited != null) {
            edited.close();
        }
        bundler.close();
        byFolder.clear();
    }
}
