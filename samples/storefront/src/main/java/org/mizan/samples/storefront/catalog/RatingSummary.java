package org.mizan.samples.storefront.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What the reviews of a product add up to.
 *
 * @param average stars to one decimal; none without a review
 */
public record RatingSummary(int count, @Nullable Double average) {

    static RatingSummary of(int count, int sum) {
        return new RatingSummary(count, count == 0 ? null : Math.round(10.0 * sum / count) / 10.0);
    }
}
