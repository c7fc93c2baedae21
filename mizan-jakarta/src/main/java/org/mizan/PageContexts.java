package org.mizan;

import java.util.Map;

/**
 * Adds contexts to the page that the current request is answered with, beside the one that its view function names: a
 * view that reads them renders on the server with their data, and in the browser without a request.
 *
 * <p>Inject it into a controller. Outside requests it does nothing. Used by the thread of the request.
 */
public interface PageContexts {

    /**
     * Adds a context.
     *
     * @param params its parameters by name, as Java values of their types; null values are left out
     * @throws IllegalArgumentException when no function belongs to the context, or it has no such parameter
     */
    void add(Class<? extends ReactContext> context, Map<String, ?> params);
}
