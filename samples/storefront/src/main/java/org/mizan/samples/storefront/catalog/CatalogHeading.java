package org.mizan.samples.storefront.catalog;

/** What stands above a page of the catalogue. */
public record CatalogHeading(String title, String blurb) {}
