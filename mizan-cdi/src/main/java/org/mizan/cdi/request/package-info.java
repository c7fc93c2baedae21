/** The current servlet request: who asks, where headers of the response go, and how the library's answers are sent. */
@NullMarked
package org.mizan.cdi.request;

import org.jspecify.annotations.NullMarked;
