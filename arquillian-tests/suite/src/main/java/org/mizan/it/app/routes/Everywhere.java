package org.mizan.it.app.routes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Answers at every path, also where a route is. */
@Path("{page: .*}")
@RequestScoped
public class Everywhere {
    @GET
    public String page(@PathParam("page") String page) {
        return "page " + page;
    }
}
