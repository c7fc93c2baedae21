/**
 * The Bean Validation constraints of parameters and properties, as data.
 *
 * <p>They are read by the names of their annotations, so that Jakarta Validation may be absent. They say what the
 * server will refuse with 422; nothing here checks a value. Public is what the readers of types and functions call and
 * what generators read.
 */
@NullMarked
package org.mizan.core.schema.constraint;

import org.jspecify.annotations.NullMarked;
