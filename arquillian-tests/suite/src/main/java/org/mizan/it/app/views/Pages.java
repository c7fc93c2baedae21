package org.mizan.it.app.views;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.mizan.Client;

/** A controller with every kind of result. */
@Path("pages/{id}")
@Controller
@RequestScoped
public class Pages {
    @Inject
    private Models models;

    @GET
    @Path("name")
    @Client(affects = ThingContext.class)
    public String name(@PathParam("id") long id) {
        models.put("id", id);
        return "thing.txt";
    }

    @POST
    @Path("redirect")
    @Client(affects = ThingContext.class)
    public String redirect(@PathParam("id") long id) {
        return "redirect:/pages/" + id + "/name";
    }

    @GET
    @Path("response")
    @Client(affects = ThingContext.class)
    public Response response(@PathParam("id") long id) {
        models.put("id", id);
        return Response.status(202).entity("thing.txt").build();
    }

    @GET
    @Path("view")
    @View("thing.txt")
    @Client(affects = ThingContext.class)
    public void view(@PathParam("id") long id) {
        models.put("id", id);
    }
}
