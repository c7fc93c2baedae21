package org.mizan.core.edge;

import java.util.Map;
import java.util.Optional;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.core.config.Settings;
import org.mizan.core.manifest.ContextEntry;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;

/**
 * For how long a cache that hears of no invalidation may keep public answers, as {@code CDN-Cache-Control} says it
 * (RFC 9213). Immutable and thread-safe.
 */
public final class EdgeLife {
    /** The header's name. */
    public static final String HEADER = "CDN-Cache-Control";

    private final Map<String, ContextEntry> contexts;
    private final String global;
    private final long most;

    /** The lives in an application. */
    public EdgeLife(Registry registry, Settings settings) {
        this.contexts = EdgeManifest.of(registry, settings.manifest()).contexts();
        this.global =
                registry.context(GlobalContext.class).map(ContextModel::name).orElse("");
        this.most = settings.edge().maxAge().toSeconds();
    }

    /** The header's value for the bundle of a context; empty when it must not be kept. */
    public Optional<String> ofContext(String name) {
        return isPublic(name) ? control(cache(name)) : Optional.empty();
    }

    /** The header's value for a kept page of a view function; empty when it must not be kept elsewhere. */
    public Optional<String> ofPage(FunctionModel view) {
        var name = String.valueOf(view.context());
        int life = Math.min(view.cache(), Math.min(cache(name), cache(global)));
        return isPublic(name) ? control(life) : Optional.empty();
    }

    private boolean isPublic(String name) {
        var context = contexts.get(name);
        return context != null && !context.userScoped();
    }

    private int cache(String name) {
        var context = contexts.get(name);
        return context == null ? Client.UNTIL_INVALIDATED : context.cache();
    }

    private Optional<String> control(int life) {
        long seconds = Math.min(life, most);
        return life == Client.NEVER ? Optional.empty() : Optional.of("max-age=" + seconds);
    }
}
