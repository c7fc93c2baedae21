/** Caches in front of the application: telling them what became stale, and what they may keep (PROTOCOL §8). */
@NullMarked
package org.mizan.core.edge;

import org.jspecify.annotations.NullMarked;
