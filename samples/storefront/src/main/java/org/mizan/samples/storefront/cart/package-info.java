/** Carts: the context {@code cart}. */
package org.mizan.samples.storefront.cart;
