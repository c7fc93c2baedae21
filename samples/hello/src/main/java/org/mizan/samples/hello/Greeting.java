package org.mizan.samples.hello;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** A Jakarta MVC controller whose view is a React component. */
@Path("hello")
@Controller
@RequestScoped
public class Greeting {
    @Inject
    Models models;

    @GET
    public String show(@QueryParam("name") @DefaultValue("world") String name) {
        models.put("name", name);
        return "Hello.tsx";
    }
}
