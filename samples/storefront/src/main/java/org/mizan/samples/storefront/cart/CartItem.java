package org.mizan.samples.storefront.cart;

import java.math.BigDecimal;

/** A line of a cart as pages show it. */
public record CartItem(long productId, String name, int quantity, BigDecimal unitPrice, BigDecimal price) {

    static CartItem of(long productId, String name, int quantity, BigDecimal unitPrice) {
        return new CartItem(productId, name, quantity, unitPrice, unitPrice.multiply(BigDecimal.valueOf(quantity)));
    }
}
