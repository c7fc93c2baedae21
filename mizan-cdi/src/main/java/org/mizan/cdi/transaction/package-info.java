/** The transaction around a call, when the platform has transactions. */
@NullMarked
package org.mizan.cdi.transaction;

import org.jspecify.annotations.NullMarked;
