@NullMarked
package org.mizan.codegen.output;

import org.jspecify.annotations.NullMarked;
