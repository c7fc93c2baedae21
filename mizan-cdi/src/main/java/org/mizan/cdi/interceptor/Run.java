package org.mizan.cdi.interceptor;

import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** One run of a {@code @Client} method: what it makes stale when it ends, beyond what its transaction takes care of. */
final class Run {
    /** The key of a run among the context data of its invocation. */
    static final String KEY = "org.mizan.run";

    private final TargetSet declared;
    private final RequestTargets here;
    private final HeldBack response = new HeldBack();
    private final TargetSet.Builder added = new TargetSet.Builder();
    private boolean begun;
    private boolean transacted;

    Run(TargetSet declared, RequestTargets here) {
        this.declared = declared;
        this.here = here;
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

    /** The method is about to run; without a transaction, the run's end is what counts. */
    synchronized void begin(boolean inTransaction) {
        begun = true;
        transacted = inTransaction;
    }

    synchronized void add(Target target) {
        added.add(target);
    }

    /** What the end of the run makes stale, whether it returned or threw: it may have written. */
    synchronized TargetSet atEnd() {
        if (!begun) {
            return TargetSet.none();
        }
        var all = new TargetSet.Builder();
        if (!transacted) {
            declared.targets().forEach(all::add);
        }
        added.build().targets().forEach(all::add);
        return all.build();
    }
}
