package org.mizan.samples.storefront.cart;

import org.mizan.ReactContext;

/** A cart: {@code cart(cartId)}. A customer's cart is theirs; who has a cart of nobody is who knows its id. */
public final class CartContext implements ReactContext {}
