package org.mizan.cdi.interceptor;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;

/**
 * A context that the page of a request shows.
 *
 * @param context its name
 * @param values its parameters as Java values; what is absent is not in it
 * @param view the view function that names it; empty when code added it
 */
public record ShownContext(String context, Map<String, Object> values, Optional<FunctionModel> view) {
    /** Copies the map. */
    public ShownContext {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** What a view function shows when it is called with these arguments. */
    static Optional<ShownContext> of(FunctionModel view, @Nullable Object[] arguments) {
        var context = view.context();
        return context == null
                ? Optional.empty()
                : Optional.of(new ShownContext(
                        context, ViewAccess.named(view, arguments).values(), Optional.of(view)));
    }
}
