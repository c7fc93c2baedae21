package org.mizan.cdi.request;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.interceptor.RequestTargets;

/**
 * Lets the library set headers of the response, whatever answers the request: a user's own resources, controllers and
 * servlets too. The first of all filters, so that its response is the container's own.
 */
public class ExposingFilter implements Filter {
    private static final Logger LOG = System.getLogger(ExposingFilter.class.getName());

    @Inject
    RequestState state;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        var targets = state.targets();
        targets.expose(answer::setHeader);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (targets.limited().isEmpty() || answer.isCommitted() && answer.getStatus() < 500) {
                throw e;
            }
            fail(answer, targets, e);
        }
    }

    /*
     * Given the exception, Payara would clear the headers, also after Jersey has called sendError with it and passed it
     * on. An error page of the application for the status 500 is still shown, one for the exception's class is not.
     */
    /** Ends a request that failed after something was committed: with an error that says what became stale. */
    private static void fail(HttpServletResponse response, RequestTargets targets, Exception failure)
            throws IOException {
        LOG.log(Level.ERROR, "MIZAN-01000: a request failed after something had been committed", failure);
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader("Cache-Control", "no-store");
            targets.repeat();
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
