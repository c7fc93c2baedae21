package org.mizan.core.cache.context;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.core.cache.CacheRead;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;

/**
 * Keeps finished pages: each belongs to the scopes of its view function's context with the page's parameters, and to
 * those of the global context (PROTOCOL §7.1). Thread-safe.
 */
public final class CachedPages {
    private final OriginCache cache;
    private final Registry registry;

    /** The pages of an application. */
    public CachedPages(OriginCache cache, Registry registry) {
        this.cache = cache;
        this.registry = registry;
    }

    /**
     * Begins a read, before anything looks at the data.
     *
     * @param view a view function that is {@link FunctionModel#prerendered}
     * @param params the text of every parameter of the function that is present
     * @param address everything that tells the page from others of the function
     */
    public CacheRead begin(FunctionModel view, SortedMap<String, String> params, String address) {
        var context = registry.context(Objects.requireNonNull(view.context()))
                .orElseThrow(() -> new IllegalArgumentException(view.place()));
        var others = registry.context(GlobalContext.class)
                .filter(global -> !global.name().equals(context.name()))
                .map(List::of)
                .orElse(List.of());
        var scope = new TreeMap<>(params);
        scope.keySet().retainAll(context.parameters().keySet());
        var page = new CacheRequest.Page(
                view.name(), address, others.stream().map(ContextModel::name).toList());
        int seconds = IntStream.concat(
                        IntStream.of(view.cache(), context.cache()),
                        others.stream().mapToInt(ContextModel::cache))
                .min()
                .orElseThrow();
        int rev = Math.max(view.rev(), context.rev());
        return cache.read(new CacheRequest(context.name(), scope, rev, life(seconds), null, null, page));
    }

    private static Duration life(int seconds) {
        return seconds == Client.UNTIL_INVALIDATED ? CachedContexts.UNTIL_INVALIDATED : Duration.ofSeconds(seconds);
    }
}
