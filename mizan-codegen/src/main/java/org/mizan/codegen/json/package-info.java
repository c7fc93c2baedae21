/** How generated JSON is written. */
@NullMarked
package org.mizan.codegen.json;

import org.jspecify.annotations.NullMarked;
