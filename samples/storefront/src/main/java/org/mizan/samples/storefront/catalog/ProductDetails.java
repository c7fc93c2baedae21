package org.mizan.samples.storefront.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A product as its own page shows it. */
public record ProductDetails(
        long id,
        String slug,
        String name,
        String description,
        String category,
        BigDecimal price,
        RatingSummary rating,
        LocalDate added) {}
