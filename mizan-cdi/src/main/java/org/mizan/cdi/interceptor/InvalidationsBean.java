package org.mizan.cdi.interceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.mizan.Invalidations;
import org.mizan.ReactContext;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.protocol.Target;

/** The bean behind {@link Invalidations}. */
@ApplicationScoped
class InvalidationsBean implements Invalidations {
    @Inject
    MizanRuntime runtime;

    @Inject
    Invalidator invalidator;

    @Override
    public void add(Class<? extends ReactContext> context, Map<String, ?> scope) {
        invalidator.add(runtime.pipeline().scopes().target(context, scope));
    }

    @Override
    public void addFunction(String function, Map<String, ?> scope) {
        invalidator.add(runtime.pipeline().scopes().functionTarget(function, scope));
    }

    @Override
    public void everything() {
        invalidator.add(Target.EVERYTHING);
    }
}
