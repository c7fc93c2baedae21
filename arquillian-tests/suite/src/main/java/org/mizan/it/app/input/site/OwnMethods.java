package org.mizan.it.app.input.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The user's own paths, all in methods of one class. */
@Path("/")
@RequestScoped
public class OwnMethods {
    @GET
    @Path("session")
    public String session() {
        return "own session";
    }

    @POST
    @Path("call")
    public String call() {
        return "own call";
    }

    @GET
    @Path("ctx/{x}")
    public String context(@PathParam("x") String x) {
        return "own ctx " + x;
    }

    @GET
    @Path("{page}")
    public String page(@PathParam("page") String page) {
        return "own page " + page;
    }
}
