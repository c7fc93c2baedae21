/**
 * The code generator: from an application's class files to its TypeScript client.
 *
 * <p>Public are {@link org.mizan.codegen.Generator}, {@link org.mizan.codegen.Checks} and
 * {@link org.mizan.codegen.Watching} with their {@link org.mizan.codegen.Options}, and {@link org.mizan.codegen.Main},
 * the command line.
 */
@NullMarked
package org.mizan.codegen;

import org.jspecify.annotations.NullMarked;
