package org.mizan.samples.storefront.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the container, before each request, who signed in to its session.
 *
 * <p>{@link LoginServlet} puts it there. {@code @AutoApplySession} would leave the remembering to the container, but each of
 * the three servers does that in its own way: here the session alone decides, so ending it signs out.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return SignedIn.of(request)
                .map(caller -> context.notifyContainerAboutLogin(caller.name(), caller.groups()))
                .orElseGet(() -> context.isProtected() ? context.responseUnauthorized() : context.doNothing());
    }
}
