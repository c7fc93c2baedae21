/** Who asks, as the rest of the core needs to know it (PROTOCOL §10). */
@NullMarked
package org.mizan.core.identity;

import org.jspecify.annotations.NullMarked;
