/** What an environment supplies to the library; JDK types and {@code org.mizan} only. */
@NullMarked
package org.mizan.spi;

import org.jspecify.annotations.NullMarked;
