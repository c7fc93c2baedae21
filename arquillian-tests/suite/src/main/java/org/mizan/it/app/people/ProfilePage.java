package org.mizan.it.app.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mizan.Client;

/** A plain resource that changes a user and redirects. */
@Path("profile/{userId}")
@RequestScoped
public class ProfilePage {
    @Inject
    private Users users;

    @POST
    @Client(affects = UserContext.class)
    @Transactional
    public Response save(@PathParam("userId") long userId, @FormParam("name") String name) {
        users.write(userId, name);
        return Response.seeOther(URI.create("profile/" + userId)).build();
    }
}
