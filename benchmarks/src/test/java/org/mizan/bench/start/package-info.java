/** How long servers take to start with a web archive. */
@NullMarked
package org.mizan.bench.start;

import org.jspecify.annotations.NullMarked;
