/** The portable extension and what puts an application together: it observes, registers and reports; no logic. */
@NullMarked
package org.mizan.cdi;

import org.jspecify.annotations.NullMarked;
