/** New prices from outside: a webhook. */
package org.mizan.samples.storefront.pricing;
