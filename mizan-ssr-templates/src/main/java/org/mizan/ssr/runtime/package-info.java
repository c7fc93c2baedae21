/** The views of one application at run time: its bundle, its workers, and pages made of both. */
@NullMarked
package org.mizan.ssr.runtime;

import org.jspecify.annotations.NullMarked;
