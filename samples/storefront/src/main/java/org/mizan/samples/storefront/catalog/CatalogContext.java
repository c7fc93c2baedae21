package org.mizan.samples.storefront.catalog;

import org.mizan.ReactContext;
import org.mizan.Shared;

/** One page of the catalogue: {@code catalog(category, page, search, sort)}, the same for everybody. */
@Shared
public final class CatalogContext implements ReactContext {}
