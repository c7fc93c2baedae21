package org.mizan.core.call;

import jakarta.json.spi.JsonProvider;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.context.CachedContexts;
import org.mizan.core.config.Settings;
import org.mizan.core.json.StrictJson;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.schema.Registry;
import org.mizan.spi.BeanInvoker;

/** Everything that answers requests, put together for one application. Immutable and thread-safe. */
public final class Pipeline {
    private static final int DEEPEST_JSON = 100;

    private final Calls calls;
    private final Contexts contexts;
    private final Routes routes;
    private final Scopes scopes;
    private final Authoriser authoriser;
    private final Failures failures;
    private final BodyReader bodies;

    /** What the endpoints share. */
    record Tools(
            JsonProvider json,
            StrictJson reader,
            ArgumentBinder binder,
            Authoriser authoriser,
            Validation validation,
            BeanInvoker beans,
            ResultWriter results,
            Failures failures,
            ParameterText text) {}

    /**
     * Puts it together.
     *
     * @param cache the origin cache; null when there is none
     */
    public Pipeline(
            Registry registry, Settings settings, JsonMapper mapper, BeanInvoker beans, @Nullable OriginCache cache) {
        var results = new ResultWriter(registry, mapper);
        this.authoriser = new Authoriser(beans);
        this.failures = new Failures(mapper.provider(), results, registry.hash());
        this.bodies = new BodyReader(settings.maxBody());
        var tools = new Tools(
                mapper.provider(),
                new StrictJson(mapper.provider(), DEEPEST_JSON),
                new ArgumentBinder(registry, mapper),
                authoriser,
                new Validation(beans, mapper.provider()),
                beans,
                results,
                failures,
                new ParameterText(mapper.provider(), results::toJson));
        this.calls = new Calls(registry, bodies, tools);
        this.contexts = new Contexts(
                registry,
                tools,
                cache == null
                        ? null
                        : new CachedContexts(
                                cache, tools.text(), settings.cache().status()),
                settings.security().strict());
        this.routes = new Routes(tools);
        this.scopes = new Scopes(registry, tools.text());
    }

    /** Answers calls. */
    public Calls calls() {
        return calls;
    }

    /** Answers reads of contexts. */
    public Contexts contexts() {
        return contexts;
    }

    /** Answers requests to routes. */
    public Routes routes() {
        return routes;
    }

    /** Makes targets. */
    public Scopes scopes() {
        return scopes;
    }

    /** Decides who may call what. */
    public Authoriser authoriser() {
        return authoriser;
    }

    /** Turns failures into answers. */
    public Failures failures() {
        return failures;
    }

    /** Reads bodies. */
    public BodyReader bodies() {
        return bodies;
    }
}
