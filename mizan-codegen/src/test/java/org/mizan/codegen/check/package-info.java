@NullMarked
package org.mizan.codegen.check;

import org.jspecify.annotations.NullMarked;
