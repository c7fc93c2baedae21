/**
 * JSON as the wire wants it: read strictly, written canonically, bound to Java types with errors that know the field.
 *
 * <p>Public are the classes that other packages of the core and {@code mizan-cdi} read and write JSON with:
 * {@link org.mizan.core.json.StrictJson} and {@link org.mizan.core.json.CanonicalJson}. Everything that needs a
 * JSON-P implementation is given its {@link jakarta.json.spi.JsonProvider}, as looking one up costs a search of the
 * class path.
 */
@NullMarked
package org.mizan.core.json;

import org.jspecify.annotations.NullMarked;
