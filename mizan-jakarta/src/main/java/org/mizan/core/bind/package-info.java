/**
 * From JSON, query strings and forms to Java arguments and from results to JSON, strictly by the registry's types.
 *
 * <p>JSON-B does the mapping of objects. It turns a missing primitive into 0 and passes over unknown members, so what
 * comes in is checked against the {@link org.mizan.core.schema.TypeModel} before it is bound, and what goes out is
 * checked and put in canonical order after JSON-B wrote it.
 */
@NullMarked
package org.mizan.core.bind;

import org.jspecify.annotations.NullMarked;
