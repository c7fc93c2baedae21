/** Runs suites of measurements and prints their figures. */
@NullMarked
package org.mizan.bench;

import org.jspecify.annotations.NullMarked;
