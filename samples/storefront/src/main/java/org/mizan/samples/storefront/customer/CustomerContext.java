package org.mizan.samples.storefront.customer;

import org.mizan.ReactContext;

/** A customer's account: {@code customer(customerId)}. */
public final class CustomerContext implements ReactContext {}
