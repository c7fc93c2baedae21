package org.mizan.bench.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as a container would hand it over, in memory: a {@code POST} with headers, perhaps of somebody known. */
final class Sent extends HttpServletRequestWrapper {
    private final Map<String, String> headers;
    private final @Nullable Principal principal;
    private final Set<String> roles;
    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpSession session;

    Sent(Map<String, String> headers, @Nullable String caller, Set<String> roles, Map<String, Object> session) {
        super(nothing(HttpServletRequest.class));
        this.headers = headers;
        this.principal = caller == null ? null : () -> caller;
        this.roles = roles;
        this.session = session(session);
    }

    /** Answers to no method: whatever is needed is overridden. */
    static <T> T nothing(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new UnsupportedOperationException(method.toString());
                }));
    }

    /** Takes headers, and forgets them. */
    static HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, values) -> {
                    if (!method.getName().equals("setHeader")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return null;
                });
    }

    private static HttpSession session(Map<String, Object> attributes) {
        return (HttpSession) Proxy.newProxyInstance(
                HttpSession.class.getClassLoader(), new Class<?>[] {HttpSession.class}, (self, method, values) -> {
                    if (!method.getName().equals("getAttribute")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return attributes.get((String) values[0]);
                });
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = headers.get(name);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public String getScheme() {
        return "https";
    }

    @Override
    public String getServerName() {
        return "shop.example";
    }

    @Override
    public int getServerPort() {
        return 443;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles.contains(role);
    }

    @Override
    public HttpSession getSession(boolean create) {
        return session;
    }
}
