package org.mizan.it.app.views;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.mizan.Client;

/** A resource without a scope annotation, which Payara makes no bean of. */
@Path("bare/{id}")
public class Bare {
    @GET
    @Client(affects = ThingContext.class)
    public String bare(@PathParam("id") long id) {
        return "bare";
    }

    @GET
    @Path("role")
    @RolesAllowed("bareOnly")
    @Client(affects = ThingContext.class)
    public String role(@PathParam("id") long id) {
        return "role";
    }
}
