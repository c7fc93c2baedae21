/**
 * Child processes: Bun is found, started in a clean environment, stopped and killed. What the processes do, and what is
 * said to them, is not known here.
 */
@NullMarked
package org.mizan.ssr.process;

import org.jspecify.annotations.NullMarked;
