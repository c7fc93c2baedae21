/** The paths of their own that {@code @Route} gives to methods of plain beans. */
@NullMarked
package org.mizan.cdi.route;

import org.jspecify.annotations.NullMarked;
