/** Applications that must not deploy, one for each case. */
@NullMarked
package org.mizan.cdi.refused;

import org.jspecify.annotations.NullMarked;
