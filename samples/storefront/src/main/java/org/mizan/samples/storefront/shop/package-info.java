/** The shop itself: the first half of the context {@code global}. */
package org.mizan.samples.storefront.shop;
