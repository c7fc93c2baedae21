/** All that an application author imports of the views: {@link Views} and {@link Nonce}. */
@NullMarked
package org.mizan.ssr;

import org.jspecify.annotations.NullMarked;
