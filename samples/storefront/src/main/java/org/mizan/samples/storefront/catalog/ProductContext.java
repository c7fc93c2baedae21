package org.mizan.samples.storefront.catalog;

import org.mizan.ReactContext;

/** One product with its stock and its reviews: {@code product(productId)}. */
public final class ProductContext implements ReactContext {}
