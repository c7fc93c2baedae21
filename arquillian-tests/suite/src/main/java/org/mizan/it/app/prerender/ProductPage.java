package org.mizan.it.app.prerender;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.mizan.Client;
import org.mizan.Prerender;

/** The page of a product. */
@Path("products")
@RequestScoped
public class ProductPage {
    @Inject
    private Products products;

    @GET
    @Path("{productId: \\d+}/{name}")
    @Produces("text/html;charset=UTF-8")
    @Prerender
    @Client(context = ProductContext.class)
    public Response show(
            @PathParam("productId") long productId,
            @PathParam("name") String name,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws InterruptedException {
        if (name.equals("slow")) {
            Thread.sleep(1_000);
        }
        var language = headers.getRequestHeader("Accept-Language");
        return Response.ok("<p>" + name + " costs " + products.price(productId) + ", " + products.banner() + ", page "
                        + page + ", base " + uri.getBaseUri() + ", language " + language + ", cookies "
                        + headers.getCookies().size() + ", é, run "
                        + products.run(productId + "/" + name) + "</p>")
                .header("X-Page", "kept")
                .build();
    }

    @GET
    @Path("{productId: \\d+}/{name}")
    @Produces("application/json")
    public String data(@PathParam("productId") long productId) {
        return "{\"price\":" + products.price(productId) + "}";
    }

    @GET
    @Path("7777/literal")
    @Produces("text/html;charset=UTF-8")
    public String literal() {
        return "<p>literal " + products.run("literal") + "</p>";
    }
}
