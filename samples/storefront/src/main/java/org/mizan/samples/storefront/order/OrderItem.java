package org.mizan.samples.storefront.order;

import java.math.BigDecimal;

/** A line of an order as pages show it. */
public record OrderItem(long productId, String name, int quantity, BigDecimal unitPrice) {}
