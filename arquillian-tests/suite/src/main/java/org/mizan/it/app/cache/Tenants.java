package org.mizan.it.app.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.mizan.spi.CachePartition;

/** A tenant for each {@code X-Test-Tenant}; nobody's outside requests. */
@ApplicationScoped
public class Tenants implements CachePartition {
    @Inject
    private HttpServletRequest request;

    @Override
    public String current() {
        try {
            var tenant = request.getHeader("X-Test-Tenant");
            return tenant == null ? "" : tenant;
        } catch (ContextNotActiveException | IllegalStateException | NullPointerException e) {
            return "";
        }
    }
}
