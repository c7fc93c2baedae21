package org.mizan.samples.storefront.catalog;

/** A category as the navigation shows it. */
public record CategoryItem(String slug, String name, long products) {}
