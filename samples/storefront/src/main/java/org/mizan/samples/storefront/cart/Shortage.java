package org.mizan.samples.storefront.cart;

import java.util.List;
import java.util.Map;
import org.mizan.MizanException;

/** A product of which fewer pieces are left than are wanted. */
public record Shortage(long productId, int requested, int available) {

    /** The answer when something is short. */
    public static MizanException outOfStock(List<Shortage> shortages) {
        return new MizanException(
                409, "OUT_OF_STOCK", "There are not as many left as you would like.", Map.of("products", shortages));
    }
}
