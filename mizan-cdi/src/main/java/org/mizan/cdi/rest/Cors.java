package org.mizan.cdi.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.mizan.cdi.identity.ForgeryCheck;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.protocol.InvalidateHeader;

/** Lets pages of the allowed origins call the endpoints and read the answers (the Fetch standard, CORS protocol). */
@ApplicationScoped
public class Cors {
    private static final String MAX_AGE_SECONDS = "600";

    @Inject
    MizanRuntime runtime;

    @Inject
    ForgeryCheck forgery;

    /** Adds to an answer what lets the page that asked read it; nothing for other origins. */
    void expose(ContainerRequestContext request, Response response) {
        if (runtime.settings().security().allowedOrigins().isEmpty()) {
            return;
        }
        var headers = response.getHeaders();
        headers.add("Vary", "Origin");
        var origin = request.getHeaderString("Origin");
        if (!forgery.policy().allows(origin)) {
            return;
        }
        headers.putSingle("Access-Control-Allow-Origin", origin);
        headers.putSingle("Access-Control-Allow-Credentials", "true");
        headers.putSingle("Access-Control-Expose-Headers", InvalidateHeader.NAME);
        if (request.getMethod().equals("OPTIONS") && request.getHeaderString("Access-Control-Request-Method") != null) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, POST");
            headers.putSingle(
                    "Access-Control-Allow-Headers",
                    "Content-Type, Authorization, X-Mizan-Token, X-Mizan-Schema, "
                            + runtime.settings().security().csrfHeader());
            headers.putSingle("Access-Control-Max-Age", MAX_AGE_SECONDS);
        }
    }
}
