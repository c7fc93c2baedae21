/** The generator and what TypeScript's compiler makes of its output. */
@NullMarked
package org.mizan.bench.client;

import org.jspecify.annotations.NullMarked;
