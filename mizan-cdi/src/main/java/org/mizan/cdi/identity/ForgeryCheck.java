package org.mizan.cdi.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
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

    @PostConstruct
    void start() {
        policy = new OriginPolicy(runtime.settings().security().allowedOrigins());
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
        if (proofOfChecked() == Authentication.CONTAINER && !token.matches(Objects.requireNonNull(caller.request()))) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "The header " + runtime.settings().security().csrfHeader()
                            + " is missing or wrong. Read the session endpoint, and send back its cookie's value.",
                    runtime.mapper()
                            .provider()
                            .createObjectBuilder()
                            .add("reason", "csrf")
                            .build());
        }
    }

    /**
     * Checks a request to a resource or controller, which plain forms post to: where it comes from.
     *
     * @throws Refusal 403
     */
    public void checkOrigin() {
        proofOfChecked();
    }

    /**
     * Checks where the request comes from, if it may change something and its caller sent no token.
     *
     * @return how the caller of a request that was checked is known; null for one that need not be
     */
    private @Nullable Authentication proofOfChecked() {
        var request = caller.request();
        if (request == null || SAFE.contains(request.getMethod())) {
            return null;
        }
        var proof = caller.authentication();
        if (proof == Authentication.MWT || proof == Authentication.BEARER) {
            return null;
        }
        var site = only("Sec-Fetch-Site", request);
        if (!policy.permits(
                site == null ? null : site.toLowerCase(Locale.ROOT),
                only("Origin", request),
                () -> OriginPolicy.of(request.getScheme(), request.getServerName(), request.getServerPort()))) {
            throw refused();
        }
        return proof;
    }

    /** The value of a header that must not be there twice. */
    private static @Nullable String only(String name, HttpServletRequest request) {
        var values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        var value = values.nextElement();
        if (values.hasMoreElements()) {
            throw refused();
        }
        return value;
    }

    private static Refusal refused() {
        return new Refusal(ErrorCode.FORBIDDEN, "Requests from this origin are not allowed.");
    }
}
