/**
 * All that the author of an application imports.
 *
 * <p>A CDI bean with {@link org.mizan.Client} methods is enough: the methods become functions that a browser calls,
 * {@link org.mizan.ReactContext contexts} that it fetches in one request, and mutations that say what they made stale.
 */
@NullMarked
package org.mizan;

import org.jspecify.annotations.NullMarked;
