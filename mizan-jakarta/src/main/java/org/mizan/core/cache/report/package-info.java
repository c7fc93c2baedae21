/** What the origin cache tells of itself: counters, {@code Cache-Status}, and when its store fails. */
@NullMarked
package org.mizan.core.cache.report;

import org.jspecify.annotations.NullMarked;
