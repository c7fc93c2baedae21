package org.mizan.samples.storefront.catalog;

import org.mizan.ReactContext;

/** One page of the catalogue: {@code catalog(category, page, sort)}. */
public final class CatalogContext implements ReactContext {}
