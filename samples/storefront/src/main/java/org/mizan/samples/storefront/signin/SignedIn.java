package org.mizan.samples.storefront.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who signed in, as the session remembers it. */
record SignedIn(String name, HashSet<String> groups) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String KEY = SignedIn.class.getName();

    static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedIn) session.getAttribute(KEY));
    }

    /**
     * Signs in with a new session: an id that somebody planted in the browser before, or that another user left there,
     * is worth nothing afterwards, and nothing of the old session is carried over.
     */
    static void begin(HttpServletRequest request, String name, Set<String> groups) {
        end(request);
        request.getSession(true).setAttribute(KEY, new SignedIn(name, new HashSet<>(groups)));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
