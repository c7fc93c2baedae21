/** What the library keeps in memory: for functions and contexts, and for entries of the local store. */
@NullMarked
package org.mizan.bench.memory;

import org.jspecify.annotations.NullMarked;
