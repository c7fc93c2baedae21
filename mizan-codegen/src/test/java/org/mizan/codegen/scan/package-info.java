@NullMarked
package org.mizan.codegen.scan;

import org.jspecify.annotations.NullMarked;
