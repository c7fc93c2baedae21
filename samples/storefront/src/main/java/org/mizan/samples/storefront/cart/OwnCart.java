package org.mizan.samples.storefront.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mizan.Caller;
import org.mizan.Guard;
import org.mizan.MizanException;
import org.mizan.samples.storefront.signin.Roles;

/**
 * A customer's cart is used by that customer and the administrator, a cart of nobody by whoever knows its id.
 *
 * <p>Decided by the argument {@code cartId}. Whose a cart is never changes, so what is seen here holds while the
 * function runs. It is asked at every read, also where the answer comes out of the cache.
 */
@ApplicationScoped
public class OwnCart implements Guard {

    @PersistenceContext
    EntityManager em;

    @Override
    public boolean permits(Caller caller, Map<String, Object> arguments) {
        if (!(arguments.get("cartId") instanceof UUID cart)) {
            return false;
        }
        Optional<Long> owner = owner(cart);
        if (owner.isEmpty()) {
            return true;
        }
        if (!caller.authenticated()) {
            throw new MizanException(401, "UNAUTHORIZED", "Sign in to use this cart.");
        }
        return caller.roles().contains(Roles.ADMIN)
                || caller.roles().contains(Roles.CUSTOMER)
                        && caller.id().equals(owner.get().toString());
    }

    /** Empty also where there is no such cart: the function says so itself. */
    private Optional<Long> owner(UUID cart) {
        return em.createQuery(
                        "select c.customerId from Cart c where c.id = :id and c.customerId is not null", Long.class)
                .setParameter("id", cart.toString())
                .getResultStream()
                .findFirst();
    }
}
