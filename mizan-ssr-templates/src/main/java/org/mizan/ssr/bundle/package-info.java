/**
 * The bundler: what Bun makes of the views' sources at build time, at the start of an application without a bundle, or
 * whenever they are edited; and what the manifest of a bundle says.
 */
@NullMarked
package org.mizan.ssr.bundle;

import org.jspecify.annotations.NullMarked;
