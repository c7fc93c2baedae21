package org.mizan.cdi.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller.Authentication;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;
import org.mizan.core.origin.OriginPolicy;
import org.mizan.core.protocol.ErrorCode;

/**
 * Refuses requests that may change something and that a page of somebody else's made the caller's browser send
 * (PROTOCOL §10). Whoever sends a token sent it on purpose and is not checked.
 */
@ApplicationScoped
public class ForgeryCheck {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    @Inject
    CsrfToken token;

    private OriginPolicy policy;
    private JsonObject tokenReason;

    @PostConstruct
    void start() {
        policy = new OriginPolicy(runtime.settings().security().allowedOrigins());
        tokenReason = runtime.mapper()
                .provider()
                .createObjectBuilder()
                .add("reason", "csrf")
                .build();
    }

    /** Which other origins may send requests. */
    public OriginPolicy policy() {
        return policy;
    }

    /**
     * Checks a request to the library's endpoints or a route: where it comes from, and the token of a session.
     *
     * @throws Refusal 403
     */
    public void check() {
        var request = unsafe();
        if (request != null) {
            checkOrigin(request);
            if (caller.authentication() == Authentication.CONTAINER && !token.matches(request)) {
                throw new Refusal(
                        ErrorCode.FORBIDDEN,
                        "The header " + runtime.settings().security().csrfHeader()
                                + " is missing or wrong. Read the session endpoint, and send back its cookie's value.",
                        tokenReason);
            }
        }
    }

    /**
     * Checks a request to a resource or controller, which plain forms post to: where it comes from.
     *
     * @throws Refusal 403
     */
    public void checkOrigin() {
        var request = unsafe();
        if (request != null) {
            checkOrigin(request);
        }
    }

    /** The request, if it may change something and its caller sent no token. */
    private @Nullable HttpServletRequest unsafe() {
        var request = caller.request();
        if (request == null || SAFE.contains(request.getMethod())) {
            return null;
        }
        var proof = caller.authentication();
        return proof == Authentication.MWT || proof == Authentication.BEARER ? null : request;
    }

    private void checkOrigin(HttpServletRequest request) {
        var origins = Collections.list(request.getHeaders("Origin"));
        var sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        boolean once = origins.size() <= 1 && sites.size() <= 1;
        if (!once
                || !policy.permits(
                        sites.isEmpty() ? null : sites.get(0).toLowerCase(Locale.ROOT),
                        origins.isEmpty() ? null : origins.get(0),
                        OriginPolicy.of(request.getScheme(), request.getServerName(), request.getServerPort()))) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Requests from this origin are not allowed.");
        }
    }
}
