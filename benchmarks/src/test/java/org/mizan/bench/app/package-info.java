/** Applications of many functions, generated to be measured. */
@NullMarked
package org.mizan.bench.app;

import org.jspecify.annotations.NullMarked;
