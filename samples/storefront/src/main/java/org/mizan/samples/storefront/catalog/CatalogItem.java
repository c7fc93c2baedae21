package org.mizan.samples.storefront.catalog;

import java.math.BigDecimal;

/**
 * A product as a page of the catalogue shows it.
 *
 * <p>{@code available} and not the number of pieces, on purpose: most orders then leave the catalogue as it is.
 */
public record CatalogItem(
        long id,
        String slug,
        String name,
        String category,
        BigDecimal price,
        boolean available,
        RatingSummary rating) {}
