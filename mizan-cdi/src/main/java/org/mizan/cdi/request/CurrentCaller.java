package org.mizan.cdi.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.cdi.runtime.MizanRuntime;

/** The caller of the current request as the container knows it; nobody outside requests. */
@RequestScoped
public class CurrentCaller implements Caller {
    @Inject
    MizanRuntime runtime;

    private @Nullable HttpServletRequest request;

    void from(HttpServletRequest current) {
        this.request = current;
    }

    /** The query string of the request as it was sent; null when there is none. */
    @Nullable
    public String query() {
        return request == null ? null : request.getQueryString();
    }

    /** The hash of the schema that the client was generated from; null when it did not say. */
    @Nullable
    public String schema() {
        return request == null ? null : request.getHeader("X-Mizan-Schema");
    }

    private @Nullable Principal principal() {
        return request == null ? null : request.getUserPrincipal();
    }

    @Override
    public String id() {
        var principal = principal();
        if (principal == null) {
            throw new IllegalStateException("nobody is signed in; ask authenticated() first");
        }
        return principal.getName();
    }

    @Override
    public SortedSet<String> roles() {
        var roles = new TreeSet<String>();
        if (request != null && principal() != null) {
            roles.addAll(runtime.registry().roles());
            roles.addAll(runtime.functions().roles());
            roles.addAll(runtime.settings().roles());
            roles.removeIf(role -> !request.isUserInRole(role));
        }
        return Collections.unmodifiableSortedSet(roles);
    }

    @Override
    public boolean authenticated() {
        return principal() != null;
    }
}
