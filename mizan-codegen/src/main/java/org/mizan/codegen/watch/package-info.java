/** Tells when class files change. */
@NullMarked
package org.mizan.codegen.watch;

import org.jspecify.annotations.NullMarked;
