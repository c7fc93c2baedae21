package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.mizan.ssr.Nonce;

/** What browsers may do with the pages: no script runs that is not the bundle's or the page's own data. */
@Provider
@ApplicationScoped
public class PageSecurity implements ContainerResponseFilter {
    private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-%s'; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Inject
    Nonce nonce;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Content-Security-Policy", POLICY.formatted(nonce.value()));
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
