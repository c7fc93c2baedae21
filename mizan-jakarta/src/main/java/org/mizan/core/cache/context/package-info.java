/** Reads of contexts as the origin cache sees them. */
@NullMarked
package org.mizan.core.cache.context;

import org.jspecify.annotations.NullMarked;
