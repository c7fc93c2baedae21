/**
 * One render is one frame to a Bun worker and one answer (PROTOCOL §11); the pool that keeps workers alive, shares them
 * and replaces those that hang, crash or have grown too large.
 */
@NullMarked
package org.mizan.ssr.bridge;

import org.jspecify.annotations.NullMarked;
