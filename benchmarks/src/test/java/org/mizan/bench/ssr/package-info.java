/** Views: the bridge, pages over HTTP and prerendered pages, each against what does the same by hand. */
@NullMarked
package org.mizan.bench.ssr;

import org.jspecify.annotations.NullMarked;
