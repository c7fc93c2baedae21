package org.mizan.core.cache.context;

import java.time.Duration;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.core.bind.Arguments;
import org.mizan.core.cache.CacheRead;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.report.CacheStatus;
import org.mizan.core.identity.RolesKey;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.schema.ContextModel;

/** Puts the origin cache before the functions of contexts (PROTOCOL §7). Thread-safe. */
public final class CachedContexts {
    static final Duration UNTIL_INVALIDATED = Duration.ofHours(24);

    private final OriginCache cache;
    private final ParameterText text;
    private final boolean tells;

    /**
     * Creates one.
     *
     * @param tells whether answers say how the cache took part
     */
    public CachedContexts(OriginCache cache, ParameterText text, boolean tells) {
        this.cache = cache;
        this.text = text;
        this.tells = tells;
    }

    /**
     * A read of a context that has begun.
     *
     * @param read null when the cache is not asked
     */
    public record Begun(@Nullable CacheRead read, @Nullable CacheStatus bypassed, boolean tells) {
        /** What the answer says of it, once it is there. */
        public @Nullable CacheStatus status() {
            return !tells ? null : read == null ? bypassed : read.status();
        }
    }

    /**
     * Begins a read, before anything else looks at the data: a guard that does may leave it in a persistence context,
     * where the functions find it later.
     *
     * @param inTransaction whether a transaction is active, in which more may be seen than what was committed
     */
    public Begun begin(ContextModel context, Arguments arguments, Caller caller, boolean inTransaction) {
        if (context.cache() == Client.NEVER) {
            return new Begun(null, cache.bypass("never"), tells);
        }
        if (inTransaction) {
            return new Begun(null, cache.bypass("transaction"), tells);
        }
        return new Begun(cache.read(request(context, arguments, caller)), null, tells);
    }

    private CacheRequest request(ContextModel context, Arguments arguments, Caller caller) {
        var params = new TreeMap<String, String>();
        arguments.values().forEach((name, value) -> {
            var shown = text.of(value);
            if (shown != null) {
                params.put(name, shown);
            }
        });
        boolean own = caller.authenticated() && !context.shared();
        return new CacheRequest(
                context.name(),
                params,
                context.rev(),
                life(context),
                own ? caller.id() : null,
                own ? RolesKey.of(caller.roles()) : null);
    }

    private static Duration life(ContextModel context) {
        return context.cache() == Client.UNTIL_INVALIDATED ? UNTIL_INVALIDATED : Duration.ofSeconds(context.cache());
    }
}
