/** Finished pages of {@code @Prerender} view functions: answered from the origin cache, rendered anew when outdated. */
@NullMarked
package org.mizan.cdi.prerender;

import org.jspecify.annotations.NullMarked;
