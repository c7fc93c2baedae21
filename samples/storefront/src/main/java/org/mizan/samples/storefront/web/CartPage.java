package org.mizan.samples.storefront.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.MizanException;
import org.mizan.samples.storefront.cart.CartContext;
import org.mizan.samples.storefront.cart.Carts;
import org.mizan.samples.storefront.cart.OwnCart;
import org.mizan.samples.storefront.cart.Shipping;
import org.mizan.samples.storefront.visitor.VisitorContext;

/** {@code /cart}: the cart, and the forms that change it. */
@Path("/cart")
@Controller
@RequestScoped
public class CartPage extends ShopPage {

    @Inject
    Carts carts;

    @GET
    @Client(context = VisitorContext.class)
    public String show() {
        return page("CartPage.tsx");
    }

    /** Redirects, and says which cart is stale. */
    @POST
    @Guarded(OwnCart.class)
    @Client(affects = CartContext.class)
    public Response change(
            @FormParam("cartId") UUID cartId,
            @FormParam("productId") Long productId,
            @FormParam("quantity") Integer quantity,
            @FormParam("shipping") Shipping shipping) {
        try {
            if (productId != null && quantity != null) {
                carts.changeQuantity(cartId, productId, Math.min(99, Math.max(0, quantity)));
            }
            if (shipping != null) {
                carts.chooseShipping(cartId, shipping);
            }
        } catch (MizanException e) {
            if (e.status() != 409) {
                throw e;
            }
            return Response.seeOther(URI.create("/cart?problem=" + e.code())).build();
        }
        return Response.seeOther(URI.create("/cart")).build();
    }
}
