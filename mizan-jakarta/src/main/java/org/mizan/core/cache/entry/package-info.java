/** What an entry is stored under, sealed in and compared by (PROTOCOL §§7.1, 7.3). */
@NullMarked
package org.mizan.core.cache.entry;

import org.jspecify.annotations.NullMarked;
