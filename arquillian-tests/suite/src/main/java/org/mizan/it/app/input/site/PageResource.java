package org.mizan.it.app.input.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The user's own /{page}. */
@Path("/{page}")
@RequestScoped
public class PageResource {
    @GET
    public String own(@PathParam("page") String page) {
        return "own page " + page;
    }
}
