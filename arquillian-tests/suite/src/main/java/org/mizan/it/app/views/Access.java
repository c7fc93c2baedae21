package org.mizan.it.app.views;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.mizan.Client;
import org.mizan.Guarded;

/** Views that not everybody may call. */
@Path("access/{id}")
@RequestScoped
public class Access {
    @GET
    @Path("role")
    @RolesAllowed("admin")
    @Client(affects = ThingContext.class)
    public String role(@PathParam("id") long id) {
        return "role";
    }

    @GET
    @Path("denied")
    @DenyAll
    @Client(affects = ThingContext.class)
    public String denied(@PathParam("id") long id) {
        return "denied";
    }

    @GET
    @Path("guarded")
    @Guarded(EvenThings.class)
    @Client(affects = ThingContext.class)
    public String guarded(@PathParam("id") long id) {
        return "guarded";
    }
}
