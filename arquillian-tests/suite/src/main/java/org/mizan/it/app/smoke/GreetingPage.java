package org.mizan.it.app.smoke;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A page rendered by {@link TextViewEngine}. */
@Path("greeting/{name}")
@Controller
@RequestScoped
public class GreetingPage {
    @Inject
    private Models models;

    @GET
    public String show(@PathParam("name") String name) {
        models.put("name", name);
        return "greeting.txt";
    }
}
