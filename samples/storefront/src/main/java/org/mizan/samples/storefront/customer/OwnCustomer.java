package org.mizan.samples.storefront.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.mizan.Caller;
import org.mizan.Guard;
import org.mizan.samples.storefront.signin.Roles;

/** Customers have their own account, the administrator every one: decided by the argument {@code customerId}. */
@ApplicationScoped
public class OwnCustomer implements Guard {

    @Override
    public boolean permits(Caller caller, Map<String, Object> arguments) {
        return caller.roles().contains(Roles.ADMIN)
                || caller.roles().contains(Roles.CUSTOMER)
                        && arguments.get("customerId") instanceof Long customer
                        && caller.id().equals(customer.toString());
    }
}
