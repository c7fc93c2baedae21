package org.mizan.it.app.ssr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.mizan.Client;
import org.mizan.Prerender;
import org.mizan.ssr.Views;

/** Views without Jakarta MVC. */
@Path("plain")
@RequestScoped
public class PlainPages {
    @Inject
    Views views;

    @Inject
    PageRuns runs;

    @GET
    @Path("mail")
    @Produces(MediaType.TEXT_PLAIN)
    public String mail() {
        return views.render("Hello.tsx", Map.of("who", "Ada <ada@example>"));
    }

    @GET
    @Path("pieces")
    @Produces(MediaType.TEXT_PLAIN)
    public String pieces() {
        return String.valueOf(runs.next(PagePieces.NAME));
    }

    @GET
    @Path("books/{bookId}")
    @Client(context = BookContext.class)
    public Response page(@PathParam("bookId") long bookId) {
        return views.page("Hello.tsx", Map.of("who", "book " + bookId));
    }

    @GET
    @Path("named")
    public Response named(@QueryParam("view") String view) {
        return views.page(view, Map.of());
    }

    @GET
    @Path("slow/{millis}")
    public Response slow(@PathParam("millis") long millis) {
        return views.page("Slow.tsx", Map.of("millis", millis));
    }

    @GET
    @Path("kept/{bookId}")
    @Produces(MediaType.TEXT_HTML)
    @Prerender
    @Client(context = BookContext.class)
    public Response kept(@PathParam("bookId") long bookId) {
        return views.page("Hello.tsx", Map.of("who", "run " + runs.next("kept" + bookId)));
    }

    @GET
    @Path("broken/{bookId}")
    @Produces(MediaType.TEXT_HTML)
    @Prerender
    @Client(context = BookContext.class)
    public Response broken(@PathParam("bookId") long bookId) {
        return views.page("Broken.tsx", Map.of("run", runs.next("broken" + bookId)));
    }
}
