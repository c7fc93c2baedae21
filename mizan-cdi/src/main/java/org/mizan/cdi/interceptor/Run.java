package org.mizan.cdi.interceptor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.core.cache.Mutation;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** One run of a {@code @Client} method: what it makes stale when it ends, beyond what its transaction takes care of. */
final class Run {
    /** The key of a run among the context data of its invocation. */
    static final String KEY = "org.mizan.run";

    private final TargetSet declared;
    private final RequestTargets here;
    private final Optional<OriginCache> cache;
    private final HeldBack response = new HeldBack();
    private TargetSet.@Nullable Builder added;
    private @Nullable Mutation mutation;
    private boolean begun;
    private boolean transacted;

    Run(TargetSet declared, RequestTargets here, Optional<OriginCache> cache) {
        this.declared = declared;
        this.here = here;
        this.cache = cache;
    }

    TargetSet declared() {
        return declared;
    }

    /** The targets of the request that it is part of. */
    RequestTargets here() {
        return here;
    }

    /** What keeps its response from beginning too early. */
    HeldBack response() {
        return response;
    }

    /**
     * The method is about to run; without a transaction, the run's end is what counts.
     *
     * @throws org.mizan.core.cache.CacheUnavailableException when it is refused
     */
    synchronized void begin(boolean inTransaction) {
        if (!inTransaction) {
            lease(declared);
        }
        begun = true;
        transacted = inTransaction;
    }

    /**
     * Adds a target.
     *
     * @throws org.mizan.core.cache.CacheUnavailableException when it is refused
     */
    synchronized void add(Target target) {
        if (added == null) {
            added = new TargetSet.Builder();
        }
        added.add(target);
        lease(TargetSet.none().with(target));
    }

    private void lease(TargetSet targets) {
        if (cache.isPresent() && !targets.isEmpty()) {
            if (mutation == null) {
                mutation = cache.get().mutation();
            }
            mutation.lease(targets);
        }
    }

    /** What the end of the run makes stale, whether it returned or threw: it may have written. */
    synchronized TargetSet end() {
        var ended = mutation;
        if (ended != null && begun) {
            ended.commit();
        } else if (ended != null) {
            ended.rollback();
        }
        return begun ? stale() : TargetSet.none();
    }

    private TargetSet stale() {
        var own = transacted ? TargetSet.none() : declared;
        if (added == null) {
            return own;
        }
        var all = new TargetSet.Builder();
        own.targets().forEach(all::add);
        added.build().targets().forEach(all::add);
        return all.build();
    }
}
