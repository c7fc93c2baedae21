package org.mizan.cdi.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Array;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mizan.GlobalContext;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.interceptor.ShownContext;
import org.mizan.cdi.request.ServletExchange;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.schema.ContextModel;
import org.mizan.spi.PageData;

/**
 * Reads what a page shows exactly as {@code GET {base}/ctx/…} would answer it: the same checks, the same cache, the
 * same bytes.
 */
@ApplicationScoped
class ShownBundles implements PageData {
    private static final Logger LOG = System.getLogger(ShownBundles.class.getName());
    private static final int OK = 200;

    @Inject
    MizanRuntime runtime;

    @Inject
    RequestState request;

    @Inject
    ServletExchange exchange;

    /** A context with its parameters, as a query says it. */
    private record Asked(ContextModel context, String query, JsonObject params) {}

    @Override
    public List<Bundle> bundles() {
        var asked = new LinkedHashMap<String, Asked>();
        for (var shown : shown()) {
            runtime.registry()
                    .context(shown.context())
                    .filter(context -> !context.functions().isEmpty())
                    .flatMap(context -> asked(context, shown.values()))
                    .ifPresent(ask -> asked.putIfAbsent(ask.context().name() + '?' + ask.query(), ask));
        }
        return asked.values().stream().flatMap(ask -> read(ask).stream()).toList();
    }

    /** What the request says that it shows, and the global context, which every page does. */
    private List<ShownContext> shown() {
        var shown = new ArrayList<ShownContext>();
        try {
            shown.addAll(request.shown());
        } catch (ContextNotActiveException e) {
            // no request
        }
        runtime.registry()
                .context(GlobalContext.class)
                .ifPresent(global -> shown.add(new ShownContext(global.name(), Map.of(), Optional.empty())));
        return shown;
    }

    private Optional<Bundle> read(Asked asked) {
        var answer = runtime.pipeline().contexts().answer(asked.context().name(), asked.query(), exchange);
        if (answer.status() != OK) {
            LOG.log(
                    Level.DEBUG,
                    () -> "a page is sent without " + asked.context().name() + '?' + asked.query() + ": "
                            + answer.body());
            return Optional.empty();
        }
        return Optional.of(new Bundle(asked.context().name(), CanonicalJson.of(asked.params()), answer.body()));
    }

    /** Nothing when a parameter that the bundle needs is not among the page's. */
    private Optional<Asked> asked(ContextModel context, Map<String, Object> values) {
        var provider = runtime.mapper().provider();
        var text = new ParameterText(provider, value -> provider.createValue(String.valueOf(value)));
        var query = new StringBuilder();
        var params = provider.createObjectBuilder();
        for (var parameter : context.parameters().values()) {
            var value = text.scopeValue(values.get(parameter.name()));
            if (value == null && parameter.required()) {
                LOG.log(
                        Level.DEBUG,
                        () -> "a page is sent without " + context.name() + ": it has no " + parameter.name());
                return Optional.empty();
            }
            if (value != null) {
                params.add(parameter.name(), value.json());
                items(Objects.requireNonNull(values.get(parameter.name())))
                        .forEach(item -> query.append(query.isEmpty() ? "" : "&")
                                .append(parameter.name())
                                .append('=')
                                .append(URLEncoder.encode(String.valueOf(text.of(item)), StandardCharsets.UTF_8)));
            }
        }
        return Optional.of(new Asked(context, query.toString(), params.build()));
    }

    /** What a parameter is repeated for: the elements of a list, or itself. */
    private static Collection<?> items(Object value) {
        if (value instanceof Collection<?> items) {
            return items;
        }
        return value.getClass().isArray()
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(index -> Array.get(value, index))
                        .toList()
                : List.of(value);
    }
}
