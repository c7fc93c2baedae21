/** Who is looking: the context {@code visitor}. */
package org.mizan.samples.storefront.visitor;
