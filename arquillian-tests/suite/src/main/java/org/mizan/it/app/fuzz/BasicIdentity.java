package org.mizan.it.app.fuzz;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;

/** Knows one name and one password; whoever sends anything else as BASIC is nobody. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BasicIdentity implements Filter {
    /** An administrator's. */
    public static final String NAME = "root";

    public static final String PASSWORD = "correct horse battery staple";

    /** The one value of {@code Authorization} that is believed. */
    public static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString((NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        boolean known = CREDENTIALS.equals(http.getHeader("Authorization"));
        chain.doFilter(known ? new Identified(http) : request, response);
    }

    private static final class Identified extends HttpServletRequestWrapper {
        Identified(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> NAME;
        }

        @Override
        public String getRemoteUser() {
            return NAME;
        }

        @Override
        public String getAuthType() {
            return BASIC_AUTH;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals("**") || role.equals("admin");
        }
    }
}
