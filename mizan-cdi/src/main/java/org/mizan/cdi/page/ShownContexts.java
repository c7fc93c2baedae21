package org.mizan.cdi.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mizan.PageContexts;
import org.mizan.ReactContext;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.interceptor.ShownContext;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;

/** Contexts that code adds to the page of the current request. */
@ApplicationScoped
class ShownContexts implements PageContexts {
    @Inject
    MizanRuntime runtime;

    @Inject
    RequestState request;

    @Override
    public void add(Class<? extends ReactContext> context, Map<String, ?> params) {
        var model = runtime.registry()
                .context(context)
                .filter(found -> !found.functions().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("MIZAN-01200: " + context.getName()
                        + ": no function belongs to this context, so a page cannot show it. Give one context = "
                        + context.getSimpleName() + ".class."));
        var provider = runtime.mapper().provider();
        var text = new ParameterText(provider, value -> provider.createValue(String.valueOf(value)));
        var values = new TreeMap<String, Object>();
        var scope = new TreeMap<String, ScopeValue>();
        params.forEach((name, value) -> {
            if (model.parameter(name).isEmpty()) {
                throw new IllegalArgumentException("MIZAN-01201: the context '" + model.name()
                        + "' has no parameter '" + name + "'. It has "
                        + model.parameters().keySet() + ".");
            }
            if (value != null) {
                values.put(name, value);
            }
            var said = text.scopeValue(value);
            if (said != null) {
                scope.put(name, said);
            }
        });
        try {
            request.show(new ShownContext(model.name(), values, Optional.empty()));
            request.targets().shows(new Target(model.name(), null, scope));
        } catch (ContextNotActiveException e) {
            // no request, no page
        }
    }
}
