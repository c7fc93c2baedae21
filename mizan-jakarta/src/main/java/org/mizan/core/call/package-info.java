/**
 * The pipeline of a call: who asks, what for, may they, do the arguments fit, run it, say what became stale.
 *
 * <p>Knows no container; beans are reached through {@link org.mizan.spi.BeanInvoker}.
 */
@NullMarked
package org.mizan.core.call;

import org.jspecify.annotations.NullMarked;
