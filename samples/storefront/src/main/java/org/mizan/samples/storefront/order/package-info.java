/** Orders: a function of the context {@code customer}, and the mutations that move stock. */
package org.mizan.samples.storefront.order;
