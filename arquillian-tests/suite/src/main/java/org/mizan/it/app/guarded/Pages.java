package org.mizan.it.app.guarded;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.mizan.Client;
import org.mizan.Guarded;

/** Plain Jakarta REST. */
@Path("page")
@RequestScoped
public class Pages extends Recorded {
    @POST
    @Path("open")
    @Client
    @PermitAll
    public Response pageOpen(@QueryParam("number") int number) {
        return Response.ok("" + number).build();
    }

    @POST
    @Path("closed")
    @Client
    @DenyAll
    public Response pageClosed(@QueryParam("number") int number) {
        return Response.ok("" + number).build();
    }

    @POST
    @Path("admins")
    @Client
    @RolesAllowed("admin")
    public Response pageAdmins(@QueryParam("number") int number) {
        return Response.ok("" + number).build();
    }

    @POST
    @Path("signedIn")
    @Client
    @RolesAllowed("**")
    public Response pageSignedIn(@QueryParam("number") int number) {
        return Response.ok("" + number).build();
    }

    @POST
    @Path("odd")
    @Client
    @PermitAll
    @Guarded(Odd.class)
    public Response pageOdd(@QueryParam("number") int number) {
        return Response.ok("" + number).build();
    }

    @POST
    @Path("bare")
    @Client
    public Response pageBare(@QueryParam("number") int number) {
        return Response.ok("" + number).build();
    }
}
