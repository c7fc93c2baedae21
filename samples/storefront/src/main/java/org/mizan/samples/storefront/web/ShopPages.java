package org.mizan.samples.storefront.web;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The shop's pages. Mizan's endpoints, the bundle's files and the servlets beside them have paths of their own, which win. */
@ApplicationPath("/")
public class ShopPages extends Application {

    /**
     * View functions refuse forms of other sites by themselves. Krazo's own protection would give each visitor a session
     * for it.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.OFF);
    }
}
