package org.mizan.it.app.input.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The user's own /call. */
@Path("/call")
@RequestScoped
public class CallResource {
    @POST
    public String own() {
        return "own call";
    }
}
