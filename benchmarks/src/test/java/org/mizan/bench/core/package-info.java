/** What a call costs in the core, how large the jars are, what they add to the start of a server. */
@NullMarked
package org.mizan.bench.core;

import org.jspecify.annotations.NullMarked;
