package org.mizan.samples.storefront.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Pieces of one product that have arrived. */
public record Delivery(long productId, @Min(1) @Max(10_000) int pieces) {}
