package org.mizan.samples.storefront.order;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    SHIPPED,
    CANCELLED
}
