package org.mizan.cdi.route;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mizan.cdi.runtime.MizanRuntime;

/*
 * A URL mapping could only say /orders/* for the route /orders/{id}, and would take /orders/5/lines away from the
 * application. A filter sees the whole path; the servlet that it hands over to has no mapping and is reached by name.
 */
/** Hands requests that a {@code @Route} matches to {@link RouteServlet}; all others go their way. */
public class RouteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient MizanRuntime runtime;

    private transient RouteTable routes;

    @PostConstruct
    void start() {
        routes = new RouteTable(runtime.registry());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (routes.matching(request).isEmpty()) {
            chain.doFilter(request, response);
        } else {
            request.getServletContext().getNamedDispatcher(RouteServlet.NAME).forward(request, response);
        }
    }
}
