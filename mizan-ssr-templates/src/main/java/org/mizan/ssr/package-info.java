/** All that an application author imports of the views: {@link Views}, {@link Nonce} and {@link DataScript}. */
@NullMarked
package org.mizan.ssr;

import org.jspecify.annotations.NullMarked;
