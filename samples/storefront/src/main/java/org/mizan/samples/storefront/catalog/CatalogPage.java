package org.mizan.samples.storefront.catalog;

import java.util.List;

/** A page of the catalogue; one after the last is empty. */
public record CatalogPage(int page, int pages, long products, List<CatalogItem> items) {}
