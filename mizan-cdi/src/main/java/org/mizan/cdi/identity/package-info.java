/** Who the caller of a request is, and whether a page of somebody else's sent it (PROTOCOL §10). */
@NullMarked
package org.mizan.cdi.identity;

import org.jspecify.annotations.NullMarked;
