/**
 * From Java types to {@link org.mizan.core.schema.TypeModel}s: what JSON-B would read and write, member by member.
 *
 * <p>Follows Yasson 3.0.4, the JSON-B of all supported servers; where it leaves something to chance, the type is
 * refused. Public is what the registry builder calls.
 */
@NullMarked
package org.mizan.core.schema.type;

import org.jspecify.annotations.NullMarked;
