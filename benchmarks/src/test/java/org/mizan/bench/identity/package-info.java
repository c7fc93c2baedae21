/** What it costs to know who asks, and whether he may. */
@NullMarked
package org.mizan.bench.identity;

import org.jspecify.annotations.NullMarked;
