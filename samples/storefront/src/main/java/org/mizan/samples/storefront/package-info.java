/**
 * The storefront: a shop with a catalogue, carts, customers, orders and reviews, written against {@code org.mizan}.
 *
 * <p>One package per part of the shop. A package's bean holds its functions; context classes only give names, so a
 * function of one package may belong to a context of another ({@code customerOrders} lives with the orders).
 */
package org.mizan.samples.storefront;
