package org.mizan.cdi.interceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Makes sure that a request scope is active, also on the thread of a timer. */
@ApplicationScoped
class RequestScopes {
    @Inject
    BeanManager manager;

    @Inject
    Instance<RequestContextController> controllers;

    /** Runs something in the active request scope, or in one that ends with it. */
    @Nullable
    Object in(Callable<@Nullable Object> action) throws Exception {
        if (active()) {
            return action.call();
        }
        var controller = controllers.get();
        controller.activate();
        try {
            return action.call();
        } finally {
            controller.deactivate();
            controllers.destroy(controller);
        }
    }

    private boolean active() {
        try {
            return manager.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
