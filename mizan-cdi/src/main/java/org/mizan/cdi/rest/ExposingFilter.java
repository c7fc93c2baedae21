package org.mizan.cdi.rest;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mizan.cdi.interceptor.RequestState;

/**
 * Lets the library see the request and set headers of the response, whatever answers it: a user's own resources,
 * controllers and servlets too.
 */
public class ExposingFilter implements Filter {
    @Inject
    RequestState state;

    @Inject
    CurrentCaller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            caller.from(http);
            state.targets().expose(answer::setHeader);
        }
        chain.doFilter(request, response);
    }
}
