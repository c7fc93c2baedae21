/**
 * The words of the wire: errors, targets and their two spellings, parameters as text, query strings (PROTOCOL §§4–7).
 *
 * <p>All of it is pure: immutable values and functions without state, that take time linear in what comes from
 * outside. Nothing here knows a container, a store or a function's implementation. Public is what the pipeline, the
 * cache, the manifest and {@code mizan-cdi} speak with; how bytes are percent-encoded stays inside.
 */
@NullMarked
package org.mizan.core.protocol;

import org.jspecify.annotations.NullMarked;
