/**
 * What JSON-B (Yasson 3.0.4) cannot do alone: tell the records of a sealed type apart that has no
 * {@code @JsonbTypeInfo}, and make a record of which a component's type is a bare type variable.
 *
 * <p>Only objects on the way to such a value are handled here; all that they hold besides goes through JSON-B. Public
 * is what the binder and the writer call.
 */
@NullMarked
package org.mizan.core.bind.direct;

import org.jspecify.annotations.NullMarked;
