package org.mizan.samples.storefront.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.mizan.samples.storefront.cart.Shipping;

/** An order as the customer's account shows it. */
public record CustomerOrder(
        long id,
        Instant placedAt,
        OrderStatus status,
        Shipping shipping,
        BigDecimal total,
        Address shipTo,
        List<OrderItem> items) {}
