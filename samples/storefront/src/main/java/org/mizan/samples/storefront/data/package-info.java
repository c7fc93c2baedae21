/** The data source, the schema and the seed. Nothing here is needed to understand the shop. */
package org.mizan.samples.storefront.data;
