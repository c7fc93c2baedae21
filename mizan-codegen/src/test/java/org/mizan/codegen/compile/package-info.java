@NullMarked
package org.mizan.codegen.compile;

import org.jspecify.annotations.NullMarked;
