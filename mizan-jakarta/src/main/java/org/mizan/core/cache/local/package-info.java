/** The store of one process; the only package that imports Caffeine. */
@NullMarked
package org.mizan.core.cache.local;

import org.jspecify.annotations.NullMarked;
