/** Puts the origin cache of an application together: the store that its settings ask for, or why there is none. */
@NullMarked
package org.mizan.core.cache.setup;

import org.jspecify.annotations.NullMarked;
