/** Which pages of a browser may send requests here: same origin, or one that the application allows. */
@NullMarked
package org.mizan.core.origin;

import org.jspecify.annotations.NullMarked;
