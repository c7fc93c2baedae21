package org.mizan.it.app.conformance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.mizan.Client;

/** A page of a counter, and the form on it. */
@Path("counters/{name}")
@RequestScoped
public class CounterPage {
    @Inject
    private State state;

    @Context
    private UriInfo address;

    @GET
    @Client(context = Shown.Counts.class)
    public Response show(@PathParam("name") String name) {
        return Response.ok("<p>" + state.count(name) + "</p>", "text/html").build();
    }

    @POST
    @Client(affects = Shown.Counts.class)
    public Response save(@PathParam("name") String name) {
        state.increment(name);
        return Response.seeOther(address.getAbsolutePath()).build();
    }
}
