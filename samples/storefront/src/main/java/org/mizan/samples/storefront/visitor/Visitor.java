package org.mizan.samples.storefront.visitor;

import org.jspecify.annotations.Nullable;

/**
 * Who is looking, and so what pages offer them.
 *
 * @param customerId the customer who signed in; none for the administrator and for nobody
 */
public record Visitor(@Nullable Long customerId, boolean administrator) {}
