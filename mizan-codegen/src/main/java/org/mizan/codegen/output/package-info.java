/**
 * The folder of a generated client: which of its files are ours, which changed, which are stale.
 *
 * <p>Public is {@link org.mizan.codegen.output.OutputFolder} and what it gives.
 */
@NullMarked
package org.mizan.codegen.output;

import org.jspecify.annotations.NullMarked;
