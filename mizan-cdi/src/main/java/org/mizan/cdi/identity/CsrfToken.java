package org.mizan.cdi.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.mizan.Caller.Authentication;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;

/**
 * The token of a session against forged requests: made when the session endpoint is read, the same in all tabs, another
 * one after a login. Only callers that a session or BASIC proves have one. Thread-safe.
 */
@ApplicationScoped
public class CsrfToken {
    /** The session's attribute; removed when the session's id changes, which it does at a login. */
    static final String ATTRIBUTE = "org.mizan.csrf";

    private static final String OWNER = "org.mizan.csrf.caller";
    private static final int BYTES = 32;

    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    private final SecureRandom random = new SecureRandom();

    /*
     * Not through Jakarta REST: Jersey sets the first header of a name in the place of all that are there, and so would
     * take away the cookie of the session that has just begun.
     */
    /**
     * Gives the current caller its token, by a cookie; nothing to callers that need none.
     *
     * @throws Refusal 403, when the session is another caller's
     */
    public void give() {
        var request = caller.request();
        var response = caller.response();
        if (request == null || response == null || caller.authentication() != Authentication.CONTAINER) {
            return;
        }
        var path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        var token = of(Objects.requireNonNull(OwnSession.of(request, true)));
        response.addHeader(
                "Set-Cookie",
                runtime.settings().security().csrfCookie() + "=" + token + "; Path=" + path + "; SameSite=Lax"
                        + (request.isSecure() ? "; Secure" : ""));
    }

    private String of(HttpSession session) {
        synchronized (random) {
            if (session.getAttribute(ATTRIBUTE) instanceof String token
                    && caller.id().equals(session.getAttribute(OWNER))) {
                return token;
            }
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            session.setAttribute(OWNER, caller.id());
            session.setAttribute(ATTRIBUTE, token);
            return token;
        }
    }

    /**
     * Whether the request returns the token of its session.
     *
     * @throws Refusal 403, when the session is another caller's
     */
    boolean matches(HttpServletRequest request) {
        var session = OwnSession.of(request, false);
        var sent = request.getHeader(runtime.settings().security().csrfHeader());
        if (session == null || sent == null || !caller.id().equals(session.getAttribute(OWNER))) {
            return false;
        }
        return session.getAttribute(ATTRIBUTE) instanceof String token
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
