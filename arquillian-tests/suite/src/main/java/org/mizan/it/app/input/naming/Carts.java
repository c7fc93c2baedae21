package org.mizan.it.app.input.naming;

import jakarta.enterprise.context.ApplicationScoped;
import org.mizan.Client;

/** Names of functions, contexts and parameters change; those of members do not. */
@ApplicationScoped
public class Carts {
    /** A member keeps its name. */
    public record CartView(int itemCount) {}

    @Client(context = ShopCartContext.class)
    public CartView cartView(int cartId) {
        return new CartView(cartId);
    }

    @Client(affects = ShopCartContext.class)
    public void addItem(int cartId, CartView newItem) {}
}
