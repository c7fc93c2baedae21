package org.mizan.it.app.ssr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Collections;

/** Pages that fail, hang, are not there, or have another status. */
@Path("pages")
@Controller
@RequestScoped
public class OtherPages {
    @Inject
    Models models;

    @GET
    @Path("named")
    public String named(@QueryParam("view") String view) {
        return view;
    }

    @GET
    @Path("gone")
    public Response gone() {
        models.put("who", "nobody");
        return Response.status(410).header("X-Own", "kept").entity("Hello.tsx").build();
    }

    @GET
    @Path("hello")
    public String hello(@QueryParam("who") String who) {
        models.put("who", who);
        return "Hello.tsx";
    }

    @PUT
    @Path("hello")
    public String put(@FormParam("who") String who) {
        return hello("put " + who);
    }

    @GET
    @Path("hostile/{kind}")
    public String hostile(@PathParam("kind") String kind) {
        models.put("value", HostileValues.of(kind));
        return "Hostile.tsx";
    }

    @GET
    @Path("tickets/{ticket}")
    public String ticket(@PathParam("ticket") String ticket) {
        models.put("ticket", ticket);
        models.put("rows", Collections.nCopies(50, ticket));
        return "Ticket.tsx";
    }
}
