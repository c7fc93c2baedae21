package org.mizan.it.app.ssr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mizan.Client;
import org.mizan.Prerender;
import org.mizan.ssr.DataScript;

/** Pages of controllers that may be kept, while Krazo protects forms as it does when nobody says otherwise. */
@Path("kept")
@Controller
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class KeptPage {
    @Inject
    Models models;

    @Inject
    PageRuns runs;

    @Inject
    MvcContext mvc;

    @GET
    @Path("page/{bookId}")
    @Prerender
    @Client(context = BookContext.class)
    public Response page(@PathParam("bookId") long bookId) {
        models.put("who", "run " + runs.next("page" + bookId));
        return Response.ok("Hello.tsx")
                .header("Content-Security-Policy", "script-src 'self' " + DataScript.SOURCE)
                .build();
    }

    /** It shows the token itself, so it is one visitor's own. */
    @GET
    @Path("form/{bookId}")
    @Prerender
    @Client(context = BookContext.class)
    public String form(@PathParam("bookId") long bookId) {
        models.put("token", mvc.getCsrf().getToken());
        models.put("who", "run " + runs.next("form" + bookId));
        return "Hello.tsx";
    }
}
