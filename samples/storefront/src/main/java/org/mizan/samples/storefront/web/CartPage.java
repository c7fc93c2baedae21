package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.MizanException;
import org.mizan.samples.storefront.cart.CartContext;
import org.mizan.samples.storefront.cart.CartItem;
import org.mizan.samples.storefront.cart.CartTotals;
import org.mizan.samples.storefront.cart.Carts;
import org.mizan.samples.storefront.cart.OwnCart;

/**
 * The cart for a browser without scripts: a plain page, and the form that adds to it and redirects.
 *
 * <p>Both are view functions, {@code cartPageShow} and {@code cartPageAdd}: Jakarta REST as ever, plus a header that says
 * which cart is stale. {@link RequestScoped}, because a resource without a scope is no bean on every server.
 */
@Path("/cart/{cartId}")
@RequestScoped
@Guarded(OwnCart.class)
public class CartPage {

    @Inject
    Carts carts;

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Client(context = CartContext.class)
    public Response show(@PathParam("cartId") UUID cartId, @QueryParam("problem") String problem) {
        StringBuilder page = new StringBuilder("Your cart\n\n");
        if ("OUT_OF_STOCK".equals(problem)) {
            page.append("There are not as many left as you would like.\n\n");
        }
        for (CartItem item : carts.cartLines(cartId)) {
            page.append("%3d x %-50s %10s%n".formatted(item.quantity(), item.name(), item.price()));
        }
        CartTotals totals = carts.cartTotals(cartId);
        page.append("%6s%-50s %10s%n".formatted("", "Shipping (" + totals.shipping() + ")", totals.shippingCost()));
        page.append("%6s%-50s %10s%n".formatted("", "Total", totals.total()));
        return Response.ok(page.toString()).build();
    }

    @POST
    @Path("/add")
    @Client(affects = CartContext.class)
    public Response add(
            @PathParam("cartId") UUID cartId,
            @FormParam("productId") long productId,
            @FormParam("quantity") @DefaultValue("1") int quantity,
            @Context UriInfo uri) {
        UriBuilder page = uri.getBaseUriBuilder().path(CartPage.class);
        try {
            carts.addToCart(cartId, productId, quantity);
        } catch (MizanException e) {
            if (e.status() == 409) {
                return Response.seeOther(page.queryParam("problem", e.code()).build(cartId))
                        .build();
            }
            throw e;
        }
        return Response.seeOther(page.build(cartId)).build();
    }
}
