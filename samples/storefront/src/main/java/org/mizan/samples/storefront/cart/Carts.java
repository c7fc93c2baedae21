package org.mizan.samples.storefront.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.MizanException;
import org.mizan.samples.storefront.catalog.Product;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/** The carts. Every mutation names its cart, so exactly that cart is stale. */
@ApplicationScoped
@Transactional
public class Carts {

    @PersistenceContext
    EntityManager em;

    @Inject
    Rows rows;

    @Inject
    Caller caller;

    @Inject
    OwnCart ownCart;

    @Guarded(OwnCart.class)
    @Client(context = CartContext.class)
    public List<CartItem> cartLines(UUID cartId) {
        return cart(cartId).lines().stream().map(CartLine::item).toList();
    }

    @Guarded(OwnCart.class)
    @Client(context = CartContext.class)
    public CartTotals cartTotals(UUID cartId) {
        return cart(cartId).totals();
    }

    /**
     * Affects nothing: nobody can have read a cart that did not exist. A signed-in customer's is theirs from now on,
     * another one is nobody's.
     */
    @Client
    public UUID openCart() {
        UUID id = UUID.randomUUID();
        em.persist(new Cart(id, caller.roles().contains(Roles.CUSTOMER) ? Long.valueOf(caller.id()) : null));
        return id;
    }

    /** Whether there is such a cart and the caller may use it. */
    public boolean isOwn(UUID cartId) {
        try {
            return em.find(Cart.class, cartId.toString()) != null && ownCart.permits(caller, Map.of("cartId", cartId));
        } catch (MizanException e) {
            return false;
        }
    }

    /** Exact: {@code cart;cartId=…}. The product is only reserved by an order, so it is not stale. */
    @Guarded(OwnCart.class)
    @Client(affects = CartContext.class)
    public void addToCart(UUID cartId, long productId, @Min(1) @Max(99) int quantity) {
        Cart cart = locked(cartId);
        Product product = rows.get(Product.class, productId);
        set(cart, product, Math.addExact(cart.quantityOf(product), quantity));
    }

    @Guarded(OwnCart.class)
    @Client(affects = CartContext.class)
    public void changeQuantity(UUID cartId, long productId, @Min(0) @Max(99) int quantity) {
        set(locked(cartId), rows.get(Product.class, productId), quantity);
    }

    /** One function of one cart: the lines stay as they are, the totals do not. */
    @Guarded(OwnCart.class)
    @Client(affectsFunctions = "cartTotals")
    public void chooseShipping(UUID cartId, Shipping shipping) {
        locked(cartId).ship(shipping);
    }

    private static void set(Cart cart, Product product, int quantity) {
        if (quantity > product.stock()) {
            throw Shortage.outOfStock(List.of(new Shortage(product.id(), quantity, product.stock())));
        }
        cart.set(product, quantity);
    }

    private Cart cart(UUID id) {
        return rows.get(Cart.class, id.toString());
    }

    private Cart locked(UUID id) {
        return rows.lock(Cart.class, id.toString());
    }
}
