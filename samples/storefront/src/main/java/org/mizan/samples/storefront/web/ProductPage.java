package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mizan.Client;
import org.mizan.MizanException;
import org.mizan.samples.storefront.cart.Carts;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.catalog.CatalogSort;
import org.mizan.samples.storefront.catalog.ProductContext;
import org.mizan.samples.storefront.catalog.Products;
import org.mizan.samples.storefront.review.Reviews;

/** {@code /products/{productId}}: a product, the form that puts it into the cart, and those that thank for reviews. */
@Path("/products/{productId: \\d{1,15}}")
@Controller
@RequestScoped
public class ProductPage extends ShopPage {

    @Inject
    Products products;

    @Inject
    Carts carts;

    @Inject
    Reviews reviews;

    /** The context is the product's. {@code More} below it shows a page of its category. */
    @GET
    @Client(context = ProductContext.class)
    public Response show(@PathParam("productId") long productId) {
        Optional<String> category = products.category(productId);
        category.ifPresent(slug ->
                contexts.add(CatalogContext.class, Map.of("category", slug, "sort", CatalogSort.MOST_REVIEWED)));
        models.put("missing", category.isEmpty());
        return Response.status(category.isPresent() ? 200 : 404)
                .entity(page("ProductPage.tsx"))
                .build();
    }

    /** Affects nothing by itself: what {@link Carts#addToCart} outdates, the response says. */
    @POST
    @Client
    public Response buy(
            @PathParam("productId") long productId, @FormParam("quantity") @DefaultValue("1") int quantity) {
        UUID cart = cart().filter(carts::isOwn).orElseGet(carts::openCart);
        try {
            carts.addToCart(cart, productId, Math.min(99, Math.max(1, quantity)));
        } catch (MizanException e) {
            if (e.status() != 409) {
                throw e;
            }
            return Response.seeOther(URI.create("/products/" + productId + "?problem=" + e.code()))
                    .build();
        }
        return Response.seeOther(URI.create("/cart"))
                .cookie(CartCookie.of(cart))
                .build();
    }

    /** Affects nothing by itself, either: what {@link Reviews#markReviewHelpful} outdates, the response says. */
    @POST
    @Path("helpful")
    @Client
    public Response thank(@PathParam("productId") long productId, @FormParam("reviewId") long reviewId) {
        reviews.markReviewHelpful(productId, reviewId);
        return Response.seeOther(URI.create("/products/" + productId)).build();
    }
}
