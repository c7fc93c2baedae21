package org.mizan.samples.storefront.cart;

import java.math.BigDecimal;

/** How an order gets to its customer, and what that costs. */
public enum Shipping {
    PICKUP,
    STANDARD,
    EXPRESS;

    private static final BigDecimal FREE_FROM = new BigDecimal("50.00");

    /** The cost of sending goods of this value; an empty cart costs nothing. */
    BigDecimal costOf(BigDecimal goods) {
        if (goods.signum() == 0) {
            return new BigDecimal("0.00");
        }
        return switch (this) {
            case PICKUP -> new BigDecimal("0.00");
            case STANDARD -> goods.compareTo(FREE_FROM) >= 0 ? new BigDecimal("0.00") : new BigDecimal("4.90");
            case EXPRESS -> new BigDecimal("9.90");
        };
    }
}
