package org.mizan.cdi.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.identity.ForgeryCheck;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Exchange;
import org.mizan.core.protocol.TargetSet;

/** The current servlet request as the pipeline sees it. */
@ApplicationScoped
public class ServletExchange implements Exchange {
    @Inject
    MizanRuntime runtime;

    @Inject
    RequestState state;

    @Inject
    CurrentCaller caller;

    @Inject
    ForgeryCheck forgery;

    @Override
    public Caller caller() {
        caller.requireValid();
        return caller;
    }

    @Override
    public void checkForgery() {
        forgery.check();
    }

    @Override
    public int callerReads() {
        return caller.reads();
    }

    @Override
    public @Nullable String schema() {
        return caller.schema();
    }

    @Override
    public boolean inTransaction() {
        return runtime.transactions().active();
    }

    @Override
    public TargetSet invalidated() {
        return state.targets().limited();
    }
}
