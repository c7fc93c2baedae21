package org.mizan.samples.storefront.cart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a cart comes to.
 *
 * @param goods the sum of the lines
 * @param shippingCost what sending them costs
 * @param total what is to be paid
 * @param taxIncluded the value added tax of 19 % that the total contains, rounded half up
 */
public record CartTotals(
        int pieces,
        BigDecimal goods,
        Shipping shipping,
        BigDecimal shippingCost,
        BigDecimal total,
        BigDecimal taxIncluded) {
    private static final BigDecimal WITH_TAX = new BigDecimal("1.19");

    static CartTotals of(List<CartItem> items, Shipping shipping) {
        int pieces = items.stream().mapToInt(CartItem::quantity).sum();
        BigDecimal goods = items.stream().map(CartItem::price).reduce(new BigDecimal("0.00"), BigDecimal::add);
        BigDecimal cost = shipping.costOf(goods);
        BigDecimal total = goods.add(cost);
        BigDecimal tax = total.subtract(total.divide(WITH_TAX, 2, RoundingMode.HALF_UP));
        return new CartTotals(pieces, goods, shipping, cost, total, tax);
    }
}
