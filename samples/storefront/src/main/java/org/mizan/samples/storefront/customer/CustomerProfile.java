package org.mizan.samples.storefront.customer;

import java.time.LocalDate;

/** A customer as the account page shows them. */
public record CustomerProfile(long id, String name, String email, LocalDate since) {}
