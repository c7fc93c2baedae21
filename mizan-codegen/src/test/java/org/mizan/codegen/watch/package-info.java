@NullMarked
package org.mizan.codegen.watch;

import org.jspecify.annotations.NullMarked;
