package org.mizan.cdi.edge;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.edge.EdgeLife;
import org.mizan.core.schema.FunctionModel;
import org.mizan.spi.CachePartition;

/**
 * Lets ordinary caches in front of the application keep public answers ({@code mizan.edge.headers=targeted}).
 *
 * <p>Only answers to requests without credentials say so, and they vary by all that credentials come in. Nothing is
 * said with a {@link CachePartition}, for what tells one part from another is not known.
 */
@ApplicationScoped
public class EdgeHeaders {
    private static final String CREDENTIALS = "Cookie, Authorization, X-Mizan-Token";

    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    @Inject
    RequestState request;

    @Inject
    Instance<CachePartition> partitions;

    private @Nullable EdgeLife life;

    @PostConstruct
    void start() {
        var settings = runtime.settings();
        boolean says = settings.edge().targeted() && partitions.isUnsatisfied();
        life = says ? new EdgeLife(runtime.registry(), settings) : null;
    }

    /**
     * The bundle of a context is about to be answered with 200.
     *
     * @param add adds a header to the answer
     */
    public void context(String name, BiConsumer<String, String> add) {
        if (life != null) {
            say(life.ofContext(name), CREDENTIALS, add);
        }
    }

    /**
     * A page is about to be answered that is the same for everybody who is not signed in.
     *
     * @param negotiated whether its path answers with other types, too
     * @param add adds a header to the answer
     */
    public void page(FunctionModel view, boolean negotiated, BiConsumer<String, String> add) {
        if (life != null) {
            say(life.ofPage(view), negotiated ? "Accept, " + CREDENTIALS : CREDENTIALS, add);
        }
    }

    private void say(Optional<String> control, String vary, BiConsumer<String, String> add) {
        if (control.isPresent()
                && caller.isNobodyInParticular()
                && request.targets().limited().isEmpty()) {
            add.accept(EdgeLife.HEADER, control.get());
            add.accept("Vary", vary);
        }
    }
}
