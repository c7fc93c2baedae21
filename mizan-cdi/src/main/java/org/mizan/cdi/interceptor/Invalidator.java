package org.mizan.cdi.interceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.cache.Mutation;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** Sees to it that what became stale is said when the transaction's outcome says so (PROTOCOL §6.4). */
@ApplicationScoped
class Invalidator {
    private static final Logger LOG = System.getLogger(Invalidator.class.getName());

    @Inject
    RequestState request;

    @Inject
    MizanRuntime runtime;

    @Inject
    Instance<StaleListener> listeners;

    /** What one transaction makes stale. */
    private static final class Collected {
        private final TargetSet.Builder targets = new TargetSet.Builder();
        private final @Nullable Mutation mutation;

        Collected(@Nullable Mutation mutation) {
            this.mutation = mutation;
        }

        void add(TargetSet added) {
            added.targets().forEach(targets::add);
            if (mutation != null) {
                mutation.lease(added);
            }
        }
    }

    boolean inTransaction() {
        return runtime.transactions().active();
    }

    /**
     * Adds targets that count when the current transaction commits.
     *
     * @throws org.mizan.core.cache.CacheUnavailableException when the transaction is refused for it
     */
    void collect(TargetSet added) {
        var transactions = runtime.transactions();
        if (added.isEmpty() || transactions.doomed()) {
            return;
        }
        var here = targets();
        transactions
                .resource(Collected.class, () -> {
                    var fresh = new Collected(
                            runtime.cache().map(OriginCache::mutation).orElse(null));
                    transactions.afterCompletion(committed -> ended(fresh, committed, here));
                    return fresh;
                })
                .add(added);
    }

    /** The cache first: when the response says what is stale, nobody can get it any more. */
    private void ended(Collected collected, boolean committed, @Nullable RequestTargets here) {
        var mutation = collected.mutation;
        if (mutation != null && committed) {
            mutation.commit();
        } else if (mutation != null) {
            mutation.rollback();
        }
        if (committed) {
            tell(collected.targets.build(), here);
        }
    }

    /** Adds a target by the rule for where the code runs: transaction, call, or neither. */
    void add(Target target) {
        if (inTransaction()) {
            collect(TargetSet.none().with(target));
            return;
        }
        var run = current();
        if (run == null) {
            publish(TargetSet.none().with(target));
        } else {
            run.add(target);
        }
    }

    private @Nullable Run current() {
        try {
            return request.current();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    private @Nullable RequestTargets targets() {
        try {
            return request.targets();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    /** What happened outside every call and transaction. */
    private void publish(TargetSet targets) {
        runtime.cache().ifPresent(cache -> cache.outdate(targets));
        tell(targets, targets());
    }

    /** Says it for the response of the request and for whoever else listens. Never throws. */
    void tell(TargetSet targets, @Nullable RequestTargets here) {
        if (targets.isEmpty()) {
            return;
        }
        LOG.log(Level.DEBUG, () -> "stale: " + targets.toHeader());
        try {
            if (here != null) {
                here.add(targets);
            }
        } catch (RuntimeException e) {
            untold(targets, e);
        }
        try {
            for (var listener : listeners) {
                listener.stale(targets);
            }
        } catch (RuntimeException e) {
            untold(targets, e);
        }
    }

    private static void untold(TargetSet targets, RuntimeException failure) {
        LOG.log(Level.ERROR, "MIZAN-00800: an invalidation was committed but could not be told: " + targets, failure);
    }
}
