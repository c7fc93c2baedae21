package org.mizan.it.app.identity;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;
import java.util.List;

/**
 * Believes {@code X-Test-Caller: ada;admin,editor}. As many a filter of a security library does, it tells the rest of
 * the application by wrapping the request.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class HeaderIdentity implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var header = http.getHeader("X-Test-Caller");
        boolean names = header != null && header.indexOf(';') > 0;
        chain.doFilter(names ? new Identified(http, header) : request, response);
    }

    private static final class Identified extends HttpServletRequestWrapper {
        private final String name;
        private final List<String> roles;

        Identified(HttpServletRequest request, String header) {
            super(request);
            int end = header.indexOf(';');
            this.name = header.substring(0, end);
            this.roles = List.of(header.substring(end + 1).split(","));
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> name;
        }

        @Override
        public String getRemoteUser() {
            return name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals("**") || roles.contains(role);
        }
    }
}
