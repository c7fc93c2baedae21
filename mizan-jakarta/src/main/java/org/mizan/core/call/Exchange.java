package org.mizan.core.call;

import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.core.protocol.TargetSet;

/** One request, as far as the pipeline asks about it. Used by the thread of the request. */
public interface Exchange {

    /**
     * Who asks.
     *
     * @throws Refusal when a token is present and bad
     */
    Caller caller();

    /**
     * Checks that no page of somebody else's made the caller's browser send this; a request that is safe by its method
     * passes.
     *
     * @throws Refusal 403
     */
    void checkForgery();

    /** How often it was asked who the caller is, by whomever. */
    int callerReads();

    /** The schema hash that the client was generated from; null when it did not say. */
    @Nullable
    String schema();

    /** Whether a transaction is active, in which more may be seen than what was committed. */
    boolean inTransaction();

    /** What became stale in this request and was committed, already limited to the size of the header. */
    TargetSet invalidated();
}
