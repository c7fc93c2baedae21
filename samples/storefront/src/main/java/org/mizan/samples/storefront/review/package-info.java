/** Reviews: functions of the contexts {@code product} and {@code customer}. */
package org.mizan.samples.storefront.review;
