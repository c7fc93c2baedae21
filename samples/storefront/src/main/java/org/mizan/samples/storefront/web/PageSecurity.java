package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.mizan.ssr.DataScript;

/**
 * What browsers may do with the pages: no script runs that is not the bundle's or the page's own data. The data are named
 * by their hash, so that an edge may keep the page: a nonce is for one answer.
 */
@Provider
@ApplicationScoped
public class PageSecurity implements ContainerResponseFilter {
    private static final String POLICY = "default-src 'self'; script-src 'self' " + DataScript.SOURCE
            + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
