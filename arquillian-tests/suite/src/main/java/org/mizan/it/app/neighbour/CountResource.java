package org.mizan.it.app.neighbour;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says how often this application was asked, and which one it is. */
@Path("count")
@RequestScoped
public class CountResource {
    @Inject
    private Counter counter;

    @Inject
    private ServletContext context;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String count() {
        return context.getContextPath() + " " + counter.next();
    }
}
