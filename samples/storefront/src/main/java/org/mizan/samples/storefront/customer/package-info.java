/** Customers: the context {@code customer}. */
package org.mizan.samples.storefront.customer;
