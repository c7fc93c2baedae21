/**
 * From the client's model to text: one class for each module.
 *
 * <p>Public is {@link org.mizan.codegen.emit.ClientEmitter}.
 */
@NullMarked
package org.mizan.codegen.emit;

import org.jspecify.annotations.NullMarked;
