package org.mizan.cdi.identity;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Takes the caller from the request. After the application's filters, for one of them may be what signs the caller in
 * and says so by wrapping the request.
 */
public class CallerFilter implements Filter {
    @Inject
    CurrentCaller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            caller.from(http);
        }
        chain.doFilter(request, response);
    }
}
