package org.mizan.samples.storefront.signin;

/** The roles of the shop, as {@code @RolesAllowed} names them. */
public final class Roles {
    /** Somebody who buys here; the caller's id is the customer's number. */
    public static final String CUSTOMER = "customer";

    /** Whoever runs the shop. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
