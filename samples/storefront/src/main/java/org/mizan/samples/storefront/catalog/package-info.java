/** Products, categories and the pages they are shown on: the contexts {@code catalog} and {@code product}. */
package org.mizan.samples.storefront.catalog;
