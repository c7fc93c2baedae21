package org.mizan.cdi.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.cdi.interceptor.RequestTargets;
import org.mizan.core.call.Exchange;
import org.mizan.core.protocol.TargetSet;

/** A servlet request as the pipeline sees it. */
final class ServletExchange implements Exchange {
    private static final String SCHEMA = "X-Mizan-Schema";

    private final HttpServletRequest request;
    private final RequestTargets targets;
    private final Caller caller;

    ServletExchange(HttpServletRequest request, HttpServletResponse response, RequestTargets targets, Caller caller) {
        this.request = request;
        this.targets = targets;
        this.caller = caller;
        targets.expose(response::setHeader);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public @Nullable String schema() {
        return request.getHeader(SCHEMA);
    }

    @Override
    public TargetSet invalidated() {
        return targets.limited();
    }
}
