package org.mizan.samples.storefront.cart;

import org.mizan.ReactContext;

/** A cart: {@code cart(cartId)}. Whoever knows the id has the cart. */
public final class CartContext implements ReactContext {}
