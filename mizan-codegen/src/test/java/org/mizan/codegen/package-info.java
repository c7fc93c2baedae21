/** Tests of the generator: applications are compiled from sources, generated, compared byte for byte. */
@NullMarked
package org.mizan.codegen;

import org.jspecify.annotations.NullMarked;
