package org.mizan.cdi.identity;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mizan.cdi.answer.Answers;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;
import org.mizan.core.edge.EdgeLife;
import org.mizan.core.identity.RolesKey;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.token.BadTokenException;
import org.mizan.core.token.VerifiedToken;
import org.mizan.spi.RoleSource;

/**
 * Takes the caller from the request: from its MWT, else from the container. After the application's filters, for one of
 * them may be what signs the caller in and says so by wrapping the request.
 *
 * <p>Who is known by nothing that caches in front look at (a certificate, a header of the application's own) gets answers
 * that say so to them (PROTOCOL §8).
 *
 * <p>A request with a bad token ends here, whatever it is for: it must not pass as somebody else's, whom a session names.
 */
public class CallerFilter implements Filter {
    private static final Logger LOG = System.getLogger(CallerFilter.class.getName());
    private static final String HEADER = "X-Mizan-Token";

    @Inject
    CurrentCaller caller;

    @Inject
    MizanRuntime runtime;

    @Inject
    Instance<RoleSource> roleSources;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest known;
        try {
            known = identified(http);
        } catch (Refusal refusal) {
            caller.from(http, answer);
            Answers.send(runtime.pipeline().failures().answer(refusal, caller.schema(), "a token", null), answer);
            return;
        }
        caller.from(known, answer);
        if (caller.isKnownByOtherMeans()) {
            answer.setHeader(EdgeLife.HEADER, "no-store");
        }
        chain.doFilter(known, response);
    }

    private HttpServletRequest identified(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ASYNC
                && request.getAttribute(MwtRequest.ATTRIBUTE) instanceof VerifiedToken token) {
            return new MwtRequest(request, token);
        }
        var sent = request.getHeaders(HEADER);
        if (!sent.hasMoreElements()) {
            return request;
        }
        var text = sent.nextElement();
        if (sent.hasMoreElements()) {
            throw refused("sent more than once");
        }
        var token = verified(text);
        requireCurrent(token);
        return new MwtRequest(request, token);
    }

    private VerifiedToken verified(String sent) {
        try {
            return runtime.verifier()
                    .orElseThrow(() -> refused("mizan.mwt.secret is not set"))
                    .verify(sent);
        } catch (BadTokenException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal refused(String why) {
        LOG.log(Level.DEBUG, "a token was refused: {0}", why);
        return new Refusal(ErrorCode.UNAUTHORIZED, "The token is not valid.");
    }

    /** A token whose roles are no longer those of its caller is refused, if the application can tell. */
    private void requireCurrent(VerifiedToken token) {
        var current = roleSources.isResolvable() ? roleSources.get().roles(token.id()) : Optional.<Set<String>>empty();
        if (current.isPresent()) {
            var declared = new TreeSet<>(current.get());
            declared.retainAll(runtime.declaredRoles());
            if (!RolesKey.of(declared).equals(token.pkey())) {
                throw refused("the caller's roles have changed");
            }
        }
    }
}
