/** Tells caches in front of the application what became stale. */
@NullMarked
package org.mizan.cdi.edge;

import org.jspecify.annotations.NullMarked;
