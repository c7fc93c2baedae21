package org.mizan.samples.storefront.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartTotalsTest {

    @ParameterizedTest
    @CsvSource({
        "PICKUP,   1, 10.00, 10.00,  0.00, 10.00,  1.60",
        "STANDARD, 3, 10.00, 30.00,  4.90, 34.90,  5.57",
        "STANDARD, 7,  7.13, 49.91,  4.90, 54.81,  8.75",
        "STANDARD, 5, 10.00, 50.00,  0.00, 50.00,  7.98",
        "EXPRESS,  5, 10.00, 50.00,  9.90, 59.90,  9.56",
    })
    void of_addsLinesShippingAndTax(
            Shipping shipping,
            int quantity,
            BigDecimal each,
            BigDecimal goods,
            BigDecimal cost,
            BigDecimal total,
            BigDecimal tax) {
        CartItem item = CartItem.of(1, "Kettle", quantity, each);
        assertEquals(
                new CartTotals(quantity, goods, shipping, cost, total, tax), CartTotals.of(List.of(item), shipping));
    }

    @Test
    void of_anEmptyCartCostsNothing() {
        BigDecimal zero = new BigDecimal("0.00");
        assertEquals(
                new CartTotals(0, zero, Shipping.EXPRESS, zero, zero, zero),
                CartTotals.of(List.of(), Shipping.EXPRESS));
    }
}
