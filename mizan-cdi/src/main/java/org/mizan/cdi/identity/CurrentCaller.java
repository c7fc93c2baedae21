package org.mizan.cdi.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.token.VerifiedToken;

/** The caller of the current request; nobody outside requests. */
@RequestScoped
public class CurrentCaller implements Caller {
    private static final String BEARER = "bearer";

    @Inject
    MizanRuntime runtime;

    private final AtomicInteger reads = new AtomicInteger();
    private @Nullable HttpServletRequest request;
    private @Nullable HttpServletResponse response;

    void from(HttpServletRequest current, HttpServletResponse answer) {
        this.request = current;
        this.response = answer;
    }

    /** The response to the request; null outside requests. */
    @Nullable
    HttpServletResponse response() {
        return response;
    }

    /** The request as the application's filters left it; null outside requests. */
    @Nullable
    HttpServletRequest request() {
        return request;
    }

    /** How often it was asked who the caller is. */
    public int reads() {
        return reads.get();
    }

    /** The query string of the request as it was sent; null when there is none. */
    @Nullable
    public String query() {
        return request == null ? null : request.getQueryString();
    }

    /** The hash of the schema that the client was generated from; null when it did not say. */
    @Nullable
    public String schema() {
        return request == null ? null : request.getHeader("X-Mizan-Schema");
    }

    /**
     * Checks that a bearer token that was sent is why the container knows the caller, or does not: some servers let a
     * broken one pass as nobody, and a session of somebody else must not take its place.
     *
     * @throws Refusal 401
     */
    public void requireValid() {
        if (request == null || token() != null || !hasBearerToken(request)) {
            return;
        }
        var principal = request.getUserPrincipal();
        boolean fromSession = request.isRequestedSessionIdValid() && !JwtPrincipal.is(principal);
        if (principal == null || fromSession) {
            throw new Refusal(ErrorCode.UNAUTHORIZED, "The token is not valid.");
        }
    }

    /**
     * Whether the request came without anything that tells its visitor from others (credentials, cookies, a session), and
     * the answer has set no cookie so far.
     */
    public boolean isNobodyInParticular() {
        return request != null
                && response != null
                && !hasCredentials(request)
                && request.getUserPrincipal() == null
                && request.getSession(false) == null
                && !response.containsHeader("Set-Cookie");
    }

    /** Whether somebody is known, and not by a header that every cache in front takes for credentials. */
    boolean isKnownByOtherMeans() {
        return request != null && !hasCredentials(request) && request.getUserPrincipal() != null;
    }

    private static boolean hasCredentials(HttpServletRequest request) {
        return request.getHeader("Cookie") != null
                || request.getHeader("Authorization") != null
                || request.getHeader("X-Mizan-Token") != null;
    }

    private @Nullable VerifiedToken token() {
        return request != null && request.getAttribute(MwtRequest.ATTRIBUTE) instanceof VerifiedToken token
                ? token
                : null;
    }

    /** When the bearer token ends that the caller came with; empty for callers without one. */
    Optional<Instant> expiration() {
        return request == null || request.getUserPrincipal() == null
                ? Optional.empty()
                : JwtPrincipal.expiration(request.getUserPrincipal());
    }

    private static boolean hasBearerToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null) {
            return false;
        }
        var sent = header.strip();
        return sent.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && (sent.length() == BEARER.length() || Character.isWhitespace(sent.charAt(BEARER.length())));
    }

    private @Nullable Principal principal() {
        reads.incrementAndGet();
        return request == null ? null : request.getUserPrincipal();
    }

    @Override
    public String id() {
        var principal = principal();
        if (principal == null) {
            throw new IllegalStateException("nobody is signed in; ask authenticated() first");
        }
        return principal.getName();
    }

    @Override
    public SortedSet<String> roles() {
        var principal = principal();
        var token = token();
        if (token != null) {
            return token.roles();
        }
        var roles = new TreeSet<String>();
        if (principal != null && request != null) {
            roles.addAll(runtime.declaredRoles());
            roles.removeIf(role -> !request.isUserInRole(role));
        }
        return Collections.unmodifiableSortedSet(roles);
    }

    @Override
    public boolean authenticated() {
        return principal() != null;
    }

    @Override
    public Authentication authentication() {
        var principal = principal();
        if (principal == null || request == null) {
            return Authentication.NONE;
        }
        if (token() != null) {
            return Authentication.MWT;
        }
        return hasBearerToken(request) && JwtPrincipal.is(principal) ? Authentication.BEARER : Authentication.CONTAINER;
    }
}
