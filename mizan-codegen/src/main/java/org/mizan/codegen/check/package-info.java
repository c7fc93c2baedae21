/**
 * Whether clients that are deployed can speak with a server of new classes.
 *
 * <p>Public are {@link org.mizan.codegen.check.Compatibility} and {@link org.mizan.codegen.check.GitRevision}, which
 * finds the schema of the former.
 */
@NullMarked
package org.mizan.codegen.check;

import org.jspecify.annotations.NullMarked;
