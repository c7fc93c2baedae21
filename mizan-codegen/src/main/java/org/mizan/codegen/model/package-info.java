/** The TypeScript client as immutable records: what stands in it, not how it is written. */
@NullMarked
package org.mizan.codegen.model;

import org.jspecify.annotations.NullMarked;
