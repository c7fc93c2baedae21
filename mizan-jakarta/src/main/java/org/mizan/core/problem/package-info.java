/**
 * What goes wrong, said so that it can be mended: a code, the place, the cause and the remedy.
 *
 * <p>{@code message-ranges.txt} at the root of the jar gives each package its block of codes. A code never changes
 * meaning and is never used again.
 */
@NullMarked
package org.mizan.core.problem;

import org.jspecify.annotations.NullMarked;
