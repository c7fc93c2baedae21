package org.mizan.it.app.input.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Pages by name, in methods of a class at the root: session, call and ctx are names like any other. */
@Path("/")
@RequestScoped
public class PageMethods {
    @GET
    @Path("{page}")
    public String page(@PathParam("page") String page) {
        return "own page " + page;
    }

    @POST
    @Path("{page}")
    public String posted(@PathParam("page") String page) {
        return "own post " + page;
    }

    @GET
    @Path("{page}/{part}")
    public String part(@PathParam("page") String page, @PathParam("part") String part) {
        return "own part " + page + " " + part;
    }
}
