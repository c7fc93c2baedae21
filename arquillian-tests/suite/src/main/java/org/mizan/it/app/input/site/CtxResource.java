package org.mizan.it.app.input.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The user's own /ctx/x. */
@Path("/ctx/{x}")
@RequestScoped
public class CtxResource {
    @GET
    public String own(@PathParam("x") String x) {
        return "own ctx " + x;
    }
}
