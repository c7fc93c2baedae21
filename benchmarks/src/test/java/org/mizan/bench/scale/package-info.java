/** Whether a request costs more the more functions and contexts there are, and what it asks of Redis. */
@NullMarked
package org.mizan.bench.scale;

import org.jspecify.annotations.NullMarked;
