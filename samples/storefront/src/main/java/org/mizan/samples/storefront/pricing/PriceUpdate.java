package org.mizan.samples.storefront.pricing;

/** What a price list did: how many products it names, and how many of them have another price now. */
public record PriceUpdate(int listed, int changed) {}
