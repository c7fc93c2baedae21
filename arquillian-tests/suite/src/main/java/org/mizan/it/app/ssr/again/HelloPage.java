package org.mizan.it.app.ssr.again;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.mizan.ssr.Views;

/** A page without Jakarta MVC. */
@Path("hello")
@RequestScoped
public class HelloPage {
    @Inject
    Views views;

    @GET
    public Response show() {
        return views.page("Hello.tsx", Map.of("who", "again"));
    }
}
