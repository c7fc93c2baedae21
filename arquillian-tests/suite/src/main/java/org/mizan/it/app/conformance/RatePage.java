package org.mizan.it.app.conformance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.mizan.Client;
import org.mizan.PageContexts;

/** A page that shows other contexts beside its own. */
@Path("rates/{currency}")
@RequestScoped
public class RatePage {
    @Inject
    private PageContexts contexts;

    @GET
    @Client(context = Shown.Rates.class)
    public Response show(@PathParam("currency") String currency) {
        contexts.add(Shown.Site.class, Map.of());
        contexts.add(Shown.Counts.class, Map.of("name", currency));
        return Response.ok("<p>7</p>", "text/html").build();
    }
}
