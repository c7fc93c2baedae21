package org.mizan.it.app.input.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The user's own /session. */
@Path("/session")
@RequestScoped
public class SessionResource {
    @GET
    public String own() {
        return "own session";
    }
}
