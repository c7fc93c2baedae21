/** What the origin cache costs and saves: invalidations, hits in both stores, misses, and hits over HTTP. */
@NullMarked
package org.mizan.bench.cache;

import org.jspecify.annotations.NullMarked;
