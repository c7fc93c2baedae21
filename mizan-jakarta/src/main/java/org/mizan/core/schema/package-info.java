/**
 * What an application offers, as immutable records: its functions, contexts and types.
 *
 * <p>The extension builds a {@link org.mizan.core.schema.Registry} at deployment and the code generator the same one at
 * build time, both through {@code org.mizan.core.schema.build}.
 */
@NullMarked
package org.mizan.core.schema;

import org.jspecify.annotations.NullMarked;
