package org.mizan.samples.storefront.catalog;

import org.mizan.ReactContext;
import org.mizan.Shared;

/** One product with its stock and its reviews: {@code product(productId)}, the same for everybody. */
@Shared
public final class ProductContext implements ReactContext {}
