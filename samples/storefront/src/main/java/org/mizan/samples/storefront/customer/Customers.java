package org.mizan.samples.storefront.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/** The accounts, each for its owner and the administrator. Orders and reviews add their own functions to the context. */
@ApplicationScoped
@Transactional
@RolesAllowed({Roles.CUSTOMER, Roles.ADMIN})
@Guarded(OwnCustomer.class)
public class Customers {

    @Inject
    Rows rows;

    @Client(context = CustomerContext.class)
    public CustomerProfile customerProfile(long customerId) {
        return rows.get(Customer.class, customerId).profile();
    }

    /** Exact. Reviews keep the name that they were written under, so no product is stale. */
    @Client(affects = CustomerContext.class)
    public void updateProfile(
            long customerId, @NotBlank @Size(max = 80) String name, @NotBlank @Email @Size(max = 120) String email) {
        rows.lock(Customer.class, customerId).update(name, email);
    }
}
