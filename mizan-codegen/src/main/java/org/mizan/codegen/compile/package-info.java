/**
 * From the schema to the client: names, directions of types, what has no form.
 *
 * <p>Public are {@link org.mizan.codegen.compile.ClientCompiler}, and {@link org.mizan.codegen.compile.TypeNames} and
 * {@link org.mizan.codegen.compile.Usage}, which other descriptions of the same schema share.
 */
@NullMarked
package org.mizan.codegen.compile;

import org.jspecify.annotations.NullMarked;
