package org.mizan.it.app.prerender;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.mizan.Client;
import org.mizan.PageContexts;
import org.mizan.Prerender;
import org.mizan.spi.PageAttributes;

/** Pages that must not be kept. */
@Path("odd/{productId}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class OddPage {
    @Inject
    private Products products;

    @Inject
    private PageContexts contexts;

    @GET
    @Path("{kind}")
    @Prerender
    @Client(context = ProductContext.class)
    public Response show(
            @PathParam("productId") long productId,
            @PathParam("kind") String kind,
            @Context HttpServletRequest request) {
        var page = "<p>" + kind + " run " + products.run(productId + kind) + "</p>";
        switch (kind) {
            case "cookie":
                return Response.ok(page)
                        .cookie(new NewCookie.Builder("a").value("b").build())
                        .build();
            case "session":
                request.getSession();
                return Response.ok(page).build();
            case "private":
                return Response.ok(page).header("Cache-Control", "private").build();
            case "unfinished":
                request.setAttribute(PageAttributes.UNFINISHED, Boolean.TRUE);
                return Response.ok(page).build();
            case "added":
                contexts.add(OtherContext.class, Map.of());
                contexts.add(ProductContext.class, Map.of("productId", productId + 1));
                return Response.ok(page).build();
            case "changes":
                products.reprice(productId, 7);
                return Response.ok(page).build();
            case "latin":
                return Response.ok(page, "text/html;charset=ISO-8859-1").build();
            case "missing":
                return Response.status(404).entity(page).build();
            case "large":
                return Response.ok(page + "x".repeat(5 << 20)).build();
            case "throws":
                throw new IllegalStateException("on purpose");
            default:
                return Response.ok(page).build();
        }
    }
}
