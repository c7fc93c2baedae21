/**
 * Finds what the portable extension would see: the beans with functions in directories of classes and in libraries,
 * without a container and without running any of their code.
 *
 * <p>Public is {@link org.mizan.codegen.scan.ApplicationReader} with what it takes and gives.
 */
@NullMarked
package org.mizan.codegen.scan;

import org.jspecify.annotations.NullMarked;
