package org.mizan.samples.storefront.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.Invalidations;
import org.mizan.MizanException;
import org.mizan.samples.storefront.cart.Cart;
import org.mizan.samples.storefront.cart.CartContext;
import org.mizan.samples.storefront.cart.CartLine;
import org.mizan.samples.storefront.cart.OwnCart;
import org.mizan.samples.storefront.cart.Shortage;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.catalog.Product;
import org.mizan.samples.storefront.catalog.ProductContext;
import org.mizan.samples.storefront.customer.Customer;
import org.mizan.samples.storefront.customer.CustomerContext;
import org.mizan.samples.storefront.customer.OwnCustomer;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/**
 * From cart to order and, if need be, back on the shelf.
 *
 * <p>The annotations say what the signature can know: the cart, the customer. Which products an order touches is known
 * only while it is placed, so those targets are added by hand; a page of the catalogue shows whether a product can be
 * had, so it is stale only when an order takes the last piece.
 */
@ApplicationScoped
@Transactional
@RolesAllowed({Roles.CUSTOMER, Roles.ADMIN})
@Guarded(OwnCustomer.class)
public class Orders {

    @PersistenceContext
    EntityManager em;

    @Inject
    Rows rows;

    @Inject
    Invalidations invalidations;

    @Client(context = CustomerContext.class)
    public List<CustomerOrder> customerOrders(long customerId) {
        return em.createQuery(
                        "select o from PurchaseOrder o where o.customer.id = :customer"
                                + " order by o.placedAt desc, o.id desc",
                        PurchaseOrder.class)
                .setParameter("customer", customerId)
                .getResultStream()
                .map(PurchaseOrder::summary)
                .toList();
    }

    /** The customer's own doing: not even the administrator orders for somebody else. */
    @RolesAllowed(Roles.CUSTOMER)
    @Guarded(OwnCart.class)
    @Client(affects = CartContext.class, affectsFunctions = "customerOrders")
    public CustomerOrder placeOrder(UUID cartId, long customerId, @Valid Address shipTo) {
        Cart cart = rows.lock(Cart.class, cartId.toString());
        if (cart.lines().isEmpty()) {
            throw new MizanException(409, "CART_EMPTY", "There is nothing in the cart.");
        }
        take(cart);
        PurchaseOrder order = new PurchaseOrder(
                rows.get(Customer.class, customerId),
                cart,
                shipTo,
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
        em.persist(order);
        cart.clear();
        return order.summary();
    }

    @Client(affectsFunctions = "customerOrders")
    public void cancelOrder(long customerId, long orderId) {
        PurchaseOrder order = rows.lock(PurchaseOrder.class, orderId);
        if (!order.isOf(customerId)) {
            throw Rows.missing(PurchaseOrder.class, orderId);
        }
        if (order.status() != OrderStatus.PLACED) {
            throw new MizanException(
                    409, "TOO_LATE", "This order can no longer be cancelled.", Map.of("status", order.status()));
        }
        order.cancel();
        putBack(order);
    }

    private void take(Cart cart) {
        List<Shortage> shortages = new ArrayList<>();
        boolean soldOut = false;
        for (CartLine line : cart.lines().stream()
                .sorted(Comparator.comparing(line -> line.product().id()))
                .toList()) {
            Product product = rows.lock(Product.class, line.product().id());
            if (line.quantity() > product.stock()) {
                shortages.add(new Shortage(product.id(), line.quantity(), product.stock()));
                continue;
            }
            product.take(line.quantity());
            soldOut |= product.soldOut();
            invalidations.add(ProductContext.class, Map.of("productId", product.id()));
        }
        if (!shortages.isEmpty()) {
            // Rolls back, and with it go the targets that were added above: nothing was sold, nothing is stale.
            throw Shortage.outOfStock(shortages);
        }
        if (soldOut) {
            invalidations.add(CatalogContext.class);
        }
    }

    private void putBack(PurchaseOrder order) {
        boolean backInStock = false;
        for (OrderLine line : order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::productId))
                .toList()) {
            Product product = rows.lock(Product.class, line.productId());
            backInStock |= product.soldOut();
            product.put(line.quantity());
            invalidations.add(ProductContext.class, Map.of("productId", product.id()));
        }
        if (backInStock) {
            invalidations.add(CatalogContext.class);
        }
    }
}
