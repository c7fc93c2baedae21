/**
 * Reads annotated classes into a {@link org.mizan.core.schema.Registry} and collects <em>all</em> that is wrong with
 * them, with a code each.
 *
 * <p>The one place under {@code core} that knows the annotations of CDI, Jakarta REST and MVC; it needs no container.
 */
@NullMarked
package org.mizan.core.schema.build;

import org.jspecify.annotations.NullMarked;
