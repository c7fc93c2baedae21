/** One application at run time: what it deployed, its pipeline, and its beans. */
@NullMarked
package org.mizan.cdi.runtime;

import org.jspecify.annotations.NullMarked;
