package org.mizan.ssr.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.config.Settings;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.asset.Asset;
import org.mizan.ssr.asset.AssetPath;
import org.mizan.ssr.bridge.Bridge;
import org.mizan.ssr.bridge.Launch;
import org.mizan.ssr.bridge.RenderException;
import org.mizan.ssr.bridge.RenderRequest;
import org.mizan.ssr.bridge.Rendered;
import org.mizan.ssr.bundle.WorkerFiles;
import org.mizan.ssr.process.BunExecutable;
import org.mizan.ssr.props.ModelWriter;

/**
 * The composition root: the bundle and the workers of one application, made when it starts and closed with it. An
 * application without views has neither. Thread-safe.
 */
@ApplicationScoped
public class SsrRuntime {
    /** The folder of views that Jakarta MVC prescribes unless the application names another one. */
    static final String VIEW_FOLDER = "/WEB-INF/views/";

    private static final Logger LOG = System.getLogger("org.mizan.ssr");

    @Inject
    Settings settings;

    private JsonMapper mapper;
    private ModelWriter models;
    private volatile @Nullable Started started;

    /** What an application with views has. */
    private record Started(WorkerFiles files, Sites sites, Bridge bridge) {}

    @PostConstruct
    void start() {
        mapper = new JsonMapper();
        models = new ModelWriter(mapper);
    }

    /**
     * Finds the application's views and has its workers started in the background.
     *
     * @return whether it has any
     */
    public synchronized boolean open(ServletContext context) {
        if (started == null && Sites.hasViews(context, settings.ssr())) {
            var files = WorkerFiles.unpack();
            var bun = new BunExecutable(settings.ssr().bun(), folders(context), System.getenv("PATH"));
            var development = settings.ssr().development().isPresent();
            var launch = new Launch(
                    bun,
                    files.worker(),
                    Map.of(
                            "NODE_ENV",
                            development ? "development" : "production",
                            "MIZAN_ASSETS",
                            AssetPath.in(context.getContextPath())),
                    files.temporary("work"));
            var bridge = new Bridge(settings.ssr(), launch, mapper.provider(), LOG);
            var sites = new Sites(context, settings.ssr(), files, bun, mapper.provider(), bridge::replaceWorkers);
            started = new Started(files, sites, bridge);
            bridge.warm();
            sites.prepare();
        }
        return started != null;
    }

    /**
     * Where the application's {@code node_modules} may be. Around an archive that the server has unpacked lies what others
     * can write, as in {@code /tmp}: there nothing is looked for.
     */
    private List<Path> folders(ServletContext context) {
        var folders = new ArrayList<Path>();
        settings.ssr()
                .development()
                .ifPresent(sources -> folders.addAll(BunExecutable.andAbove(Path.of(sources.views()))));
        for (var folder : List.of("/WEB-INF", "/")) {
            Optional.ofNullable(context.getRealPath(folder)).map(Path::of).ifPresent(folders::add);
        }
        return folders;
    }

    /** Writes models as JSON. */
    ModelWriter models() {
        return models;
    }

    /**
     * The bundle of a folder of views.
     *
     * @throws ViewException when there is none
     */
    Site site(String folder) {
        return started().sites().of(folder);
    }

    /**
     * What tells pages of other bundles from those of the present ones.
     *
     * @throws ViewException when there are none
     */
    String edition() {
        return started().sites().edition();
    }

    /** A file that browsers may load. */
    public Optional<Asset> asset(String name) {
        return started().sites().asset(name);
    }

    /** Renders. */
    Rendered render(RenderRequest request) throws RenderException {
        return started().bridge().render(request);
    }

    private Started started() {
        var running = started;
        if (running == null) {
            throw new ViewException(
                    "MIZAN-01300: this application has no views: there is neither a bundle in /WEB-INF/mizan nor a .tsx"
                            + " file below /WEB-INF. Put mizan:bundle into the build, or the views there.",
                    null);
        }
        return running;
    }

    @PreDestroy
    void stop() {
        var running = started;
        started = null;
        if (running != null) {
            running.sites().close();
            running.bridge().close();
            try {
                running.files().close();
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "a temporary folder could not be deleted", e);
            }
        }
        mapper.close();
    }
}
