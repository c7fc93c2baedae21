package org.mizan.it.app.input.naming;

import org.mizan.ReactContext;

/** On the wire: shop_cart. */
public final class ShopCartContext implements ReactContext {}
