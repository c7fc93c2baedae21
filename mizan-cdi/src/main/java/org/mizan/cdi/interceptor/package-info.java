/** The one place where an invalidation is recorded, whoever calls a {@code @Client} method. */
@NullMarked
package org.mizan.cdi.interceptor;

import org.jspecify.annotations.NullMarked;
