package org.mizan.it.app.conformance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mizan.Client;

/** A page of a user, and the form on it. */
@Path("users/{userId}")
@RequestScoped
public class UserPage {
    @Inject
    private State state;

    @GET
    @Client(context = Shown.User.class)
    public Response show(@PathParam("userId") long userId) {
        return Response.ok("page of " + state.name(userId), "text/plain").build();
    }

    @POST
    @Client(affects = Shown.User.class)
    public Response save(@PathParam("userId") long userId, @FormParam("name") String name) {
        state.rename(userId, name);
        return Response.seeOther(URI.create("users/" + userId)).build();
    }
}
