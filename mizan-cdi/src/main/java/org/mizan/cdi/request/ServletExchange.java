package org.mizan.cdi.request;

import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.cdi.interceptor.RequestTargets;
import org.mizan.cdi.transaction.Transactions;
import org.mizan.core.call.Exchange;
import org.mizan.core.protocol.TargetSet;

/** A servlet request as the pipeline sees it. */
public final class ServletExchange implements Exchange {
    private final @Nullable String schema;
    private final RequestTargets targets;
    private final Caller caller;
    private final Transactions transactions;

    /** The exchange of a caller's request. */
    public ServletExchange(@Nullable String schema, RequestTargets targets, Caller caller, Transactions transactions) {
        this.schema = schema;
        this.targets = targets;
        this.caller = caller;
        this.transactions = transactions;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public @Nullable String schema() {
        return schema;
    }

    @Override
    public boolean inTransaction() {
        return transactions.active();
    }

    @Override
    public TargetSet invalidated() {
        return targets.limited();
    }
}
